namespace SearchNews.Lucene.Store;

/// <summary>A <see cref="DataOutput"/> that keeps its bytes in a growing array, for parts that are written before their length is known.</summary>
public sealed class MemoryOutput : DataOutput
{
    /// <inheritdoc/>
    public override long Position => Count;

    /// <summary>The bytes written so far; valid until the next write.</summary>
    public ReadOnlySpan<byte> WrittenSpan => Buffer.AsSpan(0, Count);

    /// <summary>Copies the bytes written so far to <paramref name="output"/>.</summary>
    public void CopyTo(DataOutput output) => output.WriteBytes(WrittenSpan);

    /// <summary>A copy of the bytes written so far.</summary>
    public byte[] ToArray() => WrittenSpan.ToArray();

    /// <summary>Forgets what was written; keeps the array.</summary>
    public void Reset() => Count = 0;

    /// <inheritdoc/>
    protected override void MakeRoom(int size)
    {
        byte[] buffer = Buffer;
        Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Count + size));
        Buffer = buffer;
    }
}
