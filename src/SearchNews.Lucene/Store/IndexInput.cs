using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Store;

/// <summary>
/// A cursor over the bytes of one index file, or of a slice of it. Integers are big-endian unless a method says otherwise.
/// The bytes are immutable and shared; a cursor belongs to one thread, <see cref="Clone"/> makes another. They are an array, or a mapped file when there is no room in
/// memory; spans of them are valid as long as a cursor over them is in use.
/// Every read past the end throws <see cref="CorruptIndexException"/> naming file and offset.
/// </summary>
/// <remarks>Primitive encodings: Lucene 8 DataInput. vInt: 7 bits a byte, low group first, 1 to 5 bytes. zInt, zLong: zig-zag, then v.</remarks>
public sealed unsafe class IndexInput
{
    // The bytes: either an array, or from a pointer. Positions count from there, and 0 <= _start <= _position <= _end <= the number of bytes, at any time.
    private readonly byte[]? _array;
    private readonly byte* _mapped;

    // What lives as long as the bytes are in use: the lease of the memory, or the mapping.
    private readonly object? _owner;
    private readonly int _start;
    private readonly int _end;
    private int _position;

    /// <summary>Wraps <paramref name="bytes"/>, which must not change afterwards.</summary>
    /// <param name="name">The file name, for error messages.</param>
    /// <param name="bytes">The content.</param>
    public IndexInput(string name, byte[] bytes)
        : this(name, bytes, lease: null)
    {
    }

    internal IndexInput(string name, byte[] bytes, MemoryLease? lease)
    {
        Name = name;
        _array = bytes;
        _owner = lease;
        _end = bytes.Length;
    }

    internal IndexInput(string name, MappedFile file, int length)
    {
        Name = name;
        _mapped = file.Start;
        _owner = file;
        _end = length;
    }

    private IndexInput(string name, IndexInput whole, int start, int length)
    {
        Name = name;
        _array = whole._array;
        _mapped = whole._mapped;
        _owner = whole._owner;
        _start = start;
        _end = start + length;
        _position = start;
    }

    /// <summary>The file's name; slices add theirs in brackets.</summary>
    public string Name { get; }

    /// <summary>Length in bytes.</summary>
    public long Length => _end - _start;

    /// <summary>Bytes between the position and the end.</summary>
    public long Remaining => _end - _position;

    /// <summary>Offset of the next byte to read, from the start of this input, 0 to <see cref="Length"/>.</summary>
    /// <exception cref="CorruptIndexException">The value set lies outside the input.</exception>
    public long Position
    {
        get => _position - _start;
        set
        {
            if ((ulong)value > (ulong)Length) ThrowSeekOutOfRange(value);
            _position = _start + (int)value;
        }
    }

    /// <summary>All bytes of this input, whatever the position.</summary>
    public ReadOnlySpan<byte> Span => MemoryMarshal.CreateReadOnlySpan(ref ByteAt(_start), _end - _start);

    /// <summary>Another cursor over the same bytes, at the same position.</summary>
    public IndexInput Clone() => new(Name, this, _start, _end - _start) { _position = _position };

    /// <summary>A new input over <paramref name="length"/> bytes from <paramref name="offset"/>; its positions start at 0.</summary>
    /// <exception cref="CorruptIndexException">The range lies outside this input.</exception>
    public IndexInput Slice(string name, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            throw new CorruptIndexException($"slice '{name}' of {length} bytes lies outside the file of {Length} bytes", Name, offset);
        return new IndexInput($"{Name}[{name}]", this, _start + (int)offset, (int)length);
    }

    /// <summary>Reads one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        int position = _position;
        if (position >= _end) ThrowReadPastEnd(1);
        _position = position + 1;
        return ByteAt(position);
    }

    /// <summary>Reads the next <paramref name="length"/> bytes without copying.</summary>
    public ReadOnlySpan<byte> ReadSpan(int length)
    {
        if ((uint)length > (uint)(_end - _position)) ThrowReadPastEnd(length);
        ReadOnlySpan<byte> span = MemoryMarshal.CreateReadOnlySpan(ref ByteAt(_position), length);
        _position += length;
        return span;
    }

    /// <summary>Fills <paramref name="destination"/>.</summary>
    public void ReadBytes(Span<byte> destination) => ReadSpan(destination.Length).CopyTo(destination);

    /// <summary>Moves the position by <paramref name="count"/> bytes.</summary>
    public void Skip(long count) => Position += count;

    /// <summary>Reads a 16-bit integer.</summary>
    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadSpan(2));

    /// <summary>Reads a 32-bit integer.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    /// <summary>Reads a 64-bit integer.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    /// <summary>Reads a vInt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt()
    {
        byte b = ReadByte();
        return b < 0x80 ? b : ReadVIntTail(b);
    }

    /// <summary>Reads a vInt that counts or measures something: it must not be negative nor above <paramref name="max"/>.</summary>
    public int ReadVInt(string what, long max)
    {
        long at = Position;
        int value = ReadVInt();
        if (value < 0 || value > max)
            throw new CorruptIndexException($"{what} is {value}, expected 0 to {max}", Name, at);
        return value;
    }

    /// <summary>Reads a vLong, never negative in a sound file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadVLong()
    {
        byte b = ReadByte();
        return b < 0x80 ? b : ReadVLongTail(b);
    }

    /// <summary>Reads a zInt.</summary>
    public int ReadZInt()
    {
        int v = ReadVInt();
        return (v >>> 1) ^ -(v & 1);
    }

    /// <summary>Reads a zLong, up to 10 bytes.</summary>
    public long ReadZLong()
    {
        long at = Position;
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return (long)(value >> 1) ^ -(long)(value & 1);
        }

        throw new CorruptIndexException("zLong is longer than 10 bytes", Name, at);
    }

    /// <summary>Reads a vInt byte length and that much UTF-8.</summary>
    public string ReadString() => Encoding.UTF8.GetString(ReadSpan(ReadVInt("string length", Remaining)));

    /// <summary>Reads a vInt count and that many strings.</summary>
    public SortedSet<string> ReadSet()
    {
        int count = ReadVInt("set size", Remaining);
        var set = new SortedSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++) set.Add(ReadString());
        return set;
    }

    /// <summary>Reads a vInt count and that many pairs of strings.</summary>
    public SortedDictionary<string, string> ReadMap()
    {
        int count = ReadVInt("map size", Remaining);
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string key = ReadString();
            map[key] = ReadString();
        }

        return map;
    }

    // The callers have compared the position with the bounds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte ByteAt(int position)
    {
        if (_array is { } array) return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), position);
        return ref _mapped[position];
    }

    private long ReadVLongTail(byte first)
    {
        long at = Position - 1;
        ulong value = first & 0x7FUL;
        for (int shift = 7; shift < 63; shift += 7)
        {
            byte b = ReadByte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return (long)value;
        }

        throw new CorruptIndexException("vLong is longer than 9 bytes", Name, at);
    }

    private int ReadVIntTail(byte first)
    {
        int value = first & 0x7F;
        for (int shift = 7; shift < 35; shift += 7)
        {
            byte b = ReadByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        throw new CorruptIndexException("vInt is longer than 5 bytes", Name, Position);
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void ThrowReadPastEnd(int wanted) =>
        throw new CorruptIndexException($"read past the end: wanted {wanted} bytes, {_end - _position} are left", Name, Position);

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void ThrowSeekOutOfRange(long position) =>
        throw new CorruptIndexException($"seek to {position}, the file has {Length} bytes", Name, Position);
}
