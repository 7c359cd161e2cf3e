using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Store;

/// <summary>
/// Appends to a new index file and keeps the CRC-32 of all bytes written. The file is complete once disposed; it is durable only
/// after <see cref="IndexDirectory.Sync"/>. One thread at a time.
/// </summary>
public abstract class IndexOutput : DataOutput, IDisposable
{
    private readonly Crc32 _crc = new();
    private long _drained;

    /// <summary>Starts an empty file.</summary>
    /// <param name="name">The file name, for error messages.</param>
    protected IndexOutput(string name)
    {
        Name = name;
        Buffer = new byte[1 << 16];
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public sealed override long Position => _drained + Count;

    /// <summary>CRC-32 (zlib's) of all bytes written so far.</summary>
    public uint Checksum
    {
        get
        {
            Drain();
            return _crc.Value;
        }
    }

    /// <summary>Writes the rest and closes the file. It is not fsynced.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Drains the buffer and closes.</summary>
    /// <param name="disposing">False when called from a finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) Drain();
    }

    /// <summary>Appends <paramref name="bytes"/> to the file.</summary>
    protected abstract void Append(ReadOnlySpan<byte> bytes);

    /// <inheritdoc/>
    protected sealed override void MakeRoom(int size) => Drain();

    private void Drain()
    {
        if (Count == 0) return;
        ReadOnlySpan<byte> bytes = Buffer.AsSpan(0, Count);
        _crc.Append(bytes);
        _drained += Count;
        Count = 0;
        Append(bytes);
    }
}
