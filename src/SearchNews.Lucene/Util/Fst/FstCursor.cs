using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SearchNews.Lucene.Util.Fst;

/// <summary>A cursor over the turned bytes of an <see cref="FstReader"/>: it reads the parts of one node, upwards, and never past the end.</summary>
internal ref struct FstCursor
{
    private readonly FstReader _fst;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _node;
    private int _position;

    public FstCursor(FstReader fst, ReadOnlySpan<byte> bytes, int node)
    {
        _fst = fst;
        _bytes = bytes;
        _node = node;
        _position = node;
    }

    /// <summary>Index of the next byte.</summary>
    public readonly int Position => _position;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        int position = _position;
        if ((uint)position >= (uint)_bytes.Length) _fst.ThrowCorrupt("FST node runs past the end", position);
        _position = position + 1;
        return _bytes[position];
    }

    public ReadOnlySpan<byte> ReadSpan(int length)
    {
        if ((uint)length > (uint)(_bytes.Length - _position)) _fst.ThrowCorrupt($"FST node wants {length} bytes, {_bytes.Length - _position} are left", _position);
        ReadOnlySpan<byte> span = _bytes.Slice(_position, length);
        _position += length;
        return span;
    }

    /// <summary>Reads how many arcs or labels a node has: 1 to 256.</summary>
    public int ReadCount(string what)
    {
        long count = ReadVLong();
        if (count is < 1 or > FstFormat.MaxArcs) _fst.ThrowCorrupt($"FST node of {count} {what}, expected 1 to {FstFormat.MaxArcs}", _position);
        return (int)count;
    }

    /// <summary>Reads how many bytes each arc takes.</summary>
    public int ReadArcSize(int minimum)
    {
        long size = ReadVLong();
        if (size < minimum || size > _bytes.Length) _fst.ThrowCorrupt($"FST arcs of {size} bytes, expected {minimum} to {_bytes.Length}", _position);
        return (int)size;
    }

    /// <summary>Moves to the arc of that number in a node whose arcs have one size.</summary>
    public void Seek(int firstArc, int number, int size)
    {
        long position = firstArc + ((long)number * size);
        if (position >= _bytes.Length) _fst.ThrowCorrupt($"FST arc {number} lies past the end", firstArc);
        _position = (int)position;
    }

    /// <summary>Reads an arc from behind its flags and label.</summary>
    public FstArc ReadArc(byte flags)
    {
        FstSlice output = (flags & FstFormat.HasOutput) != 0 ? ReadOutput() : default;
        FstSlice finalOutput = (flags & FstFormat.HasFinalOutput) != 0 ? ReadOutput() : default;
        return new FstArc((flags & FstFormat.FinalArc) != 0, output, finalOutput, ReadTarget(flags));
    }

    /// <summary>Passes over an arc of a list from behind its label.</summary>
    public void SkipArc(byte flags)
    {
        if ((flags & FstFormat.HasOutput) != 0) ReadOutput();
        if ((flags & FstFormat.HasFinalOutput) != 0) ReadOutput();
        if ((flags & (FstFormat.StopArc | FstFormat.TargetNext)) == 0) ReadVLong();
    }

    /// <summary>How many bits below <paramref name="bit"/> are set.</summary>
    public static int Rank(ReadOnlySpan<byte> bits, int bit)
    {
        int rank = 0;
        for (; bit >= 64; bit -= 64)
        {
            rank += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(bits));
            bits = bits[8..];
        }

        for (; bit >= 8; bit -= 8)
        {
            rank += BitOperations.PopCount(bits[0]);
            bits = bits[1..];
        }

        return bit == 0 ? rank : rank + BitOperations.PopCount(bits[0] & ((1u << bit) - 1));
    }

    private FstSlice ReadOutput()
    {
        long length = ReadVLong();
        int start = _position;
        if (length > _bytes.Length - start) _fst.ThrowCorrupt($"FST output of {length} bytes, {_bytes.Length - start} are left", start);
        _position = start + (int)length;
        return new FstSlice(start, (int)length);
    }

    private int ReadTarget(byte flags)
    {
        if ((flags & FstFormat.StopArc) != 0) return FstReader.NoNode;
        if ((flags & FstFormat.TargetNext) != 0)
        {
            while ((flags & FstFormat.LastArc) == 0)
            {
                flags = ReadByte();
                ReadByte();
                SkipArc(flags);
            }

            return _position;
        }

        long address = ReadVLong();
        long target = _bytes.Length - 1 - address;
        if (target <= _node || address == 0) _fst.ThrowCorrupt($"FST arc leads to {address}, which is not below its own node", _position);
        return (int)target;
    }

    private long ReadVLong()
    {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7)
        {
            byte b = ReadByte();
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        _fst.ThrowCorrupt("FST vLong is longer than 9 bytes", _position);
        return 0;
    }
}
