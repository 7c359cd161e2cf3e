using System.Buffers.Binary;
using System.Text;

namespace SearchNews.Lucene.Store;

/// <summary>
/// Writes Lucene's primitive encodings, big-endian, into a buffer that the subclass drains or grows.
/// One thread at a time. The mirror of <see cref="IndexInput"/>.
/// </summary>
public abstract class DataOutput
{
    /// <summary>Bytes not yet drained: the first <see cref="Count"/> of it.</summary>
    protected byte[] Buffer { get; set; } = new byte[4096];

    /// <summary>How many bytes of <see cref="Buffer"/> are used.</summary>
    protected int Count { get; set; }

    /// <summary>Bytes written so far; the offset of the next byte.</summary>
    public abstract long Position { get; }

    /// <summary>Makes at least <paramref name="size"/> bytes free in <see cref="Buffer"/>; size is at most 16.</summary>
    protected abstract void MakeRoom(int size);

    /// <summary>Writes one byte.</summary>
    public void WriteByte(byte value)
    {
        if (Count == Buffer.Length) MakeRoom(1);
        Buffer[Count++] = value;
    }

    /// <summary>Writes bytes as they are.</summary>
    public virtual void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (Count == Buffer.Length) MakeRoom(1);
            int n = Math.Min(bytes.Length, Buffer.Length - Count);
            bytes[..n].CopyTo(Buffer.AsSpan(Count));
            Count += n;
            bytes = bytes[n..];
        }
    }

    /// <summary>Writes a 16-bit integer.</summary>
    public void WriteInt16(short value) => BinaryPrimitives.WriteInt16BigEndian(Take(2), value);

    /// <summary>Writes a 32-bit integer.</summary>
    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(4), value);

    /// <summary>Writes a 64-bit integer.</summary>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(8), value);

    /// <summary>Writes a vInt: 1 to 5 bytes, negative values take 5.</summary>
    public void WriteVInt(int value)
    {
        uint v = (uint)value;
        if (Buffer.Length - Count < 5) MakeRoom(5);
        byte[] buffer = Buffer;
        int count = Count;
        for (; v > 0x7F; v >>= 7) buffer[count++] = (byte)(v | 0x80);
        buffer[count++] = (byte)v;
        Count = count;
    }

    /// <summary>Writes a vLong: 1 to 9 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public void WriteVLong(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        WriteUnsignedVLong((ulong)value);
    }

    /// <summary>Writes a zInt: zig-zag, then vInt.</summary>
    public void WriteZInt(int value) => WriteVInt((value << 1) ^ (value >> 31));

    /// <summary>Writes a zLong: zig-zag, then 1 to 10 bytes.</summary>
    public void WriteZLong(long value) => WriteUnsignedVLong((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Writes a string: vInt byte length, then UTF-8.</summary>
    public void WriteString(string value)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(value);
        WriteVInt(utf8.Length);
        WriteBytes(utf8);
    }

    /// <summary>Writes a vInt count, then the strings.</summary>
    public void WriteSet(IReadOnlyCollection<string> set)
    {
        WriteVInt(set.Count);
        foreach (string s in set) WriteString(s);
    }

    /// <summary>Writes a vInt count, then the pairs.</summary>
    public void WriteMap(IReadOnlyDictionary<string, string> map)
    {
        WriteVInt(map.Count);
        foreach ((string key, string value) in map)
        {
            WriteString(key);
            WriteString(value);
        }
    }

    private void WriteUnsignedVLong(ulong v)
    {
        if (Buffer.Length - Count < 10) MakeRoom(10);
        byte[] buffer = Buffer;
        int count = Count;
        for (; v > 0x7F; v >>= 7) buffer[count++] = (byte)(v | 0x80);
        buffer[count++] = (byte)v;
        Count = count;
    }

    private Span<byte> Take(int size)
    {
        if (Buffer.Length - Count < size) MakeRoom(size);
        Count += size;
        return Buffer.AsSpan(Count - size, size);
    }
}
