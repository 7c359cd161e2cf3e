using SearchNews.Lucene.Store;

namespace SearchNews.Testing;

/// <summary>
/// Counts every call that touches the disk, and fails the one that is asked for and, unless told otherwise, all that follow, as a full or broken disk does.
/// Thread-safe.
/// </summary>
/// <param name="inner">The real directory, which stays usable.</param>
/// <param name="others">A directory whose calls are counted together with those of this one, and which fails with it; null for none.</param>
public sealed class FaultInjectingDirectory(IndexDirectory inner, FaultInjectingDirectory? others = null) : FilterDirectory(inner)
{
    private int _calls;

    /// <summary>Number of the call to fail, from 1; 0 for none.</summary>
    public int FailAt { get; set; }

    /// <summary>Whether only that call fails.</summary>
    public bool Once { get; set; }

    /// <summary>Calls so far.</summary>
    public int Calls => _calls;

    /// <summary>What the failed call was, for messages.</summary>
    public string? Failed { get; private set; }

    public override IReadOnlyList<string> ListAll()
    {
        Touch("list");
        return base.ListAll();
    }

    public override long FileLength(string name)
    {
        Touch($"length of {name}");
        return base.FileLength(name);
    }

    public override IndexOutput CreateOutput(string name)
    {
        Touch($"create {name}");
        return new Output(this, base.CreateOutput(name));
    }

    public override IndexInput OpenInput(string name)
    {
        Touch($"open {name}");
        return base.OpenInput(name);
    }

    public override void DeleteFile(string name)
    {
        Touch($"delete {name}");
        base.DeleteFile(name);
    }

    public override void Rename(string source, string destination)
    {
        Touch($"rename {source}");
        base.Rename(source, destination);
    }

    public override void Replace(string source, string destination)
    {
        Touch($"replace {destination}");
        base.Replace(source, destination);
    }

    public override void Sync(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            Touch($"fsync {name}");
            base.Sync([name]);
        }
    }

    public override void SyncMetadata()
    {
        Touch("fsync folder");
        base.SyncMetadata();
    }

    private void Touch(string what)
    {
        if (others is not null)
        {
            others.Touch(what);
            return;
        }

        int call = Interlocked.Increment(ref _calls);
        if (FailAt == 0 || call < FailAt || (Once && call > FailAt))
            return;
        Failed ??= what;
        throw new IOException($"Injected fault at call {call}: {what}.");
    }

    private sealed class Output(FaultInjectingDirectory directory, IndexOutput inner) : IndexOutput(inner.Name)
    {
        protected override void Append(ReadOnlySpan<byte> bytes)
        {
            // Half of it reaches the disk, as when that becomes full.
            try
            {
                directory.Touch($"write {Name}");
            }
            catch (IOException)
            {
                inner.WriteBytes(bytes[..(bytes.Length / 2)]);
                throw;
            }

            inner.WriteBytes(bytes);
        }

        protected override void Dispose(bool disposing)
        {
            try
            {
                base.Dispose(disposing);
                directory.Touch($"close {Name}");
            }
            finally
            {
                inner.Dispose();
            }
        }
    }
}
