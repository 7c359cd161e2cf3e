using SearchNews.Lucene.Store;

namespace SearchNews.Testing;

/// <summary>
/// A directory whose power can be cut: what was written is there for the running process, but survives the cut for certain only when it was fsynced, content and folder apart,
/// as on a real disk. One thread.
/// </summary>
public sealed class PowerCutDirectory : IndexDirectory
{
    private readonly Dictionary<string, File> _files = new(StringComparer.Ordinal);

    // The folder as it is on the disk, and the changes of it that may or may not be there yet.
    private readonly Dictionary<string, File> _durable = new(StringComparer.Ordinal);
    private readonly List<Action<Dictionary<string, File>>> _pending = [];
    private int _calls;

    /// <summary>Number of the call at which the power is cut, from 1; 0 for never. That call and all later ones throw.</summary>
    public int CutAt { get; set; }

    /// <summary>Calls so far that change something.</summary>
    public int Calls => _calls;

    /// <summary>Whether fsync works; a disk that lies shows whether a test would notice.</summary>
    public bool IgnoresSync { get; set; }

    public override IReadOnlyList<string> ListAll() => [.. _files.Keys.Order(StringComparer.Ordinal)];

    public override long FileLength(string name) => Find(name).Bytes.Length;

    public override IndexInput OpenInput(string name) => new(name, [.. Find(name).Bytes]);

    public override IndexOutput CreateOutput(string name)
    {
        Touch();
        if (_files.ContainsKey(name))
            throw new IOException($"{name} exists.");
        File file = new();
        Change(files => files[name] = file);
        return new Output(this, name, file);
    }

    public override void DeleteFile(string name)
    {
        Touch();
        Find(name);
        Change(files => files.Remove(name));
    }

    public override void Rename(string source, string destination)
    {
        if (_files.ContainsKey(destination))
            throw new IOException($"{destination} exists.");
        Replace(source, destination);
    }

    public override void Replace(string source, string destination)
    {
        Touch();
        Find(source);
        Change(files =>
        {
            if (files.Remove(source, out File? file))
                files[destination] = file;
        });
    }

    public override void Sync(IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            Touch();
            File file = Find(name);
            if (!IgnoresSync)
                file.Durable = file.Bytes;
        }
    }

    public override void SyncMetadata()
    {
        Touch();
        if (IgnoresSync)
            return;
        foreach (Action<Dictionary<string, File>> change in _pending)
            change(_durable);
        _pending.Clear();
    }

    public override IndexLock ObtainLock(string name) => new NoLock();

    /// <summary>
    /// What is on the disk when the power comes back: each change of the folder that was not fsynced is there or not, and of content that was not fsynced a part is there,
    /// as it was or as zeros.
    /// </summary>
    public MemoryDirectory AfterCut(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Dictionary<string, File> files = new(_durable, StringComparer.Ordinal);
        foreach (Action<Dictionary<string, File>> change in _pending)
        {
            if (random.Next(2) == 0)
                change(files);
        }

        MemoryDirectory directory = new();
        foreach ((string name, File file) in files)
        {
            using IndexOutput output = directory.CreateOutput(name);
            output.WriteBytes(file.AfterCut(random));
        }

        return directory;
    }

    private void Touch()
    {
        _calls++;
        if (CutAt > 0 && _calls >= CutAt)
            throw new IOException($"The power was cut at call {CutAt}.");
    }

    private void Change(Action<Dictionary<string, File>> change)
    {
        change(_files);
        _pending.Add(change);
    }

    private File Find(string name) => _files.TryGetValue(name, out File? file) ? file : throw new FileNotFoundException($"No file {name}.", name);

    private sealed class File
    {
        public byte[] Bytes { get; set; } = [];

        public byte[] Durable { get; set; } = [];

        public byte[] AfterCut(Random random)
        {
            if (ReferenceEquals(Bytes, Durable))
                return Durable;
            byte[] left = Bytes[..random.Next(Bytes.Length + 1)];
            if (random.Next(2) == 0)
                left.AsSpan(random.Next(left.Length + 1)).Clear();
            return left.Length < Durable.Length ? Durable : left;
        }
    }

    private sealed class Output(PowerCutDirectory directory, string name, File file) : IndexOutput(name)
    {
        private readonly MemoryStream _bytes = new();

        protected override void Append(ReadOnlySpan<byte> bytes)
        {
            directory.Touch();
            _bytes.Write(bytes);
            file.Bytes = _bytes.ToArray();
        }
    }

    private sealed class NoLock : IndexLock
    {
        protected override void Dispose(bool disposing)
        {
        }
    }
}
