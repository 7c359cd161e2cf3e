using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>Reads the lengths of a block's suffixes, which stand as one byte when all bytes are the same.</summary>
internal ref struct SuffixLengthReader
{
    private readonly IndexInput _input;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _length;
    private readonly int _mask;
    private int _position;

    /// <summary>Starts at the input's position and leaves it behind the lengths.</summary>
    public SuffixLengthReader(IndexInput input)
    {
        _input = input;
        int code = input.ReadVInt("size of suffix lengths", int.MaxValue);
        bool allEqual = (code & 1) != 0;
        _length = code >>> 1;
        _bytes = input.ReadSpan(allEqual ? 1 : _length);

        // With one byte for all every position reads index 0.
        _mask = allEqual ? 0 : -1;
    }

    /// <summary>True when nothing is left.</summary>
    public readonly bool IsAtEnd => _position == _length;

    /// <summary>
    /// Adds up lengths below 128, a byte each, which is what nearly all leaf blocks hold.
    /// </summary>
    /// <param name="ends">Filled with the sums; as long as there are entries.</param>
    /// <returns>False when some length takes more bytes, or any but the first is 0: nothing was read.</returns>
    public bool TryReadShort(Span<int> ends)
    {
        if (_length != ends.Length || _mask == 0) return false;
        ReadOnlySpan<byte> bytes = _bytes;
        int sum = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            byte length = bytes[i];
            if (length >= 0x80 || (length == 0 && i > 0)) return false;
            sum += length;
            ends[i] = sum;
        }

        _position = _length;
        return true;
    }

    public int ReadVInt()
    {
        byte b = ReadByte();
        int value = b & 0x7F;
        for (int shift = 7; b >= 0x80; shift += 7)
        {
            if (shift > 28) throw new CorruptIndexException("vInt of a suffix length is longer than 5 bytes", _input.Name, _input.Position);
            b = ReadByte();
            value |= (b & 0x7F) << shift;
        }

        return value;
    }

    public long ReadVLong()
    {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7)
        {
            byte b = ReadByte();
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        throw new CorruptIndexException("vLong of a sub-block is longer than 9 bytes", _input.Name, _input.Position);
    }

    private byte ReadByte()
    {
        if (_position >= _length) throw new CorruptIndexException($"suffix lengths end after {_length} bytes, more are needed", _input.Name, _input.Position);
        return _bytes[_position++ & _mask];
    }
}
