using System.Text;

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

    /// <summary>Writes the UTF-8 of a text, without its length.</summary>
    public void WriteUtf8(ReadOnlySpan<char> text)
    {
        int most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (Buffer.Length - Count < most) MakeRoom(most);
        Count += Encoding.UTF8.GetBytes(text, Buffer.AsSpan(Count));
    }

    /// <inheritdoc/>
    protected override void MakeRoom(int size)
    {
        byte[] buffer = Buffer;
        Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Count + size));
        Buffer = buffer;
    }
}
