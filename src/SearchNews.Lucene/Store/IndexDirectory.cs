using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Store;

/// <summary>
/// A flat folder of write-once files: all input and output of the engine goes through it. Lucene's Directory; .NET owns that name.
/// Thread-safe. A file is never changed once its output is closed.
/// </summary>
public abstract class IndexDirectory : IDisposable
{
    /// <summary>Names of all files, ordinal order.</summary>
    public abstract IReadOnlyList<string> ListAll();

    /// <summary>Length of a file in bytes.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    public abstract long FileLength(string name);

    /// <summary>Creates a new file.</summary>
    /// <exception cref="IOException">A file of that name exists, or it cannot be created.</exception>
    public abstract IndexOutput CreateOutput(string name);

    /// <summary>Opens a file for reading, with no check of its content; see <see cref="OpenVerified"/>.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    public abstract IndexInput OpenInput(string name);

    /// <summary>Deletes a file.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    public abstract void DeleteFile(string name);

    /// <summary>Renames a file atomically. The change is durable after <see cref="SyncMetadata"/>.</summary>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="IOException">The destination exists.</exception>
    public abstract void Rename(string source, string destination);

    /// <summary>
    /// Renames a file atomically onto another, which is replaced when it is there: whoever opens <paramref name="destination"/> gets the old content or the new, whole.
    /// The change is durable after <see cref="SyncMetadata"/>. Only for the few files that are not written once.
    /// </summary>
    /// <exception cref="FileNotFoundException">No such source.</exception>
    public abstract void Replace(string source, string destination);

    /// <summary>Makes the content of the named files durable (fsync).</summary>
    public abstract void Sync(IEnumerable<string> names);

    /// <summary>Makes creations, renames and deletions durable (fsync of the folder).</summary>
    public abstract void SyncMetadata();

    /// <summary>Takes the named exclusive lock, or throws at once.</summary>
    /// <exception cref="LockObtainFailedException">Another writer, in this process or another (Apache Lucene's too), holds it.</exception>
    public abstract IndexLock ObtainLock(string name);

    /// <summary>Opens a file whose codec footer and CRC-32 over all its bytes were found right, before anything is parsed.</summary>
    /// <exception cref="CorruptIndexException">The footer is missing or the checksum differs.</exception>
    public virtual IndexInput OpenVerified(string name)
    {
        IndexInput input = OpenInput(name);
        CodecUtil.VerifyChecksum(input);
        return input;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the directory holds; open inputs stay readable.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
