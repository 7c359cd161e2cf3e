using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Util;

/// <summary>Random access to what <see cref="DirectMonotonicWriter"/> wrote. Immutable, thread-safe.</summary>
internal sealed class DirectMonotonicReader
{
    private readonly int _shift;
    private readonly long[] _mins;
    private readonly float[] _slopes;
    private readonly int[] _offsets;
    private readonly byte[] _bits;
    private IndexInput _data;

    private DirectMonotonicReader(long count, int shift, int blocks, IndexInput data)
    {
        Count = count;
        _shift = shift;
        _mins = new long[blocks];
        _slopes = new float[blocks];
        _offsets = new int[blocks];
        _bits = new byte[blocks];
        _data = data;
    }

    /// <summary>Number of values.</summary>
    public long Count { get; }

    /// <summary>The value at <paramref name="index"/>, 0 to Count - 1.</summary>
    public long this[long index]
    {
        get
        {
            int block = (int)(index >> _shift);
            long inBlock = index & ((1L << _shift) - 1);
            long deviation = _bits[block] == 0 ? 0 : DirectReader.Get(_data.Span[_offsets[block]..], _bits[block], inBlock);
            return _mins[block] + DirectMonotonicWriter.Expected(_slopes[block], inBlock) + deviation;
        }
    }

    /// <summary>Reads the metadata; <see cref="Attach"/> gives it its data.</summary>
    /// <exception cref="CorruptIndexException">The metadata is impossible.</exception>
    public static DirectMonotonicReader ReadMeta(IndexInput meta, long count, int shift)
    {
        long at = meta.Position;
        if (shift is < 2 or > 22) throw new CorruptIndexException($"monotonic block shift is {shift}, expected 2 to 22", meta.Name, at);
        long blocks = count <= 0 ? 0 : ((count - 1) >> shift) + 1;
        if (count < 0 || blocks > meta.Remaining / DirectMonotonicWriter.MetaBytesPerBlock)
            throw new CorruptIndexException($"{count} monotonic values need more metadata than the file holds", meta.Name, at);
        var reader = new DirectMonotonicReader(count, shift, (int)blocks, meta);
        for (int b = 0; b < blocks; b++)
        {
            reader._mins[b] = meta.ReadInt64();
            reader._slopes[b] = BitConverter.Int32BitsToSingle(meta.ReadInt32());
            long offset = meta.ReadInt64();
            reader._bits[b] = meta.ReadByte();
            if (offset is < 0 or > int.MaxValue || (reader._bits[b] != 0 && !DirectWriter.IsLegal(reader._bits[b])))
                throw new CorruptIndexException($"monotonic block {b} has offset {offset} and width {reader._bits[b]}", meta.Name, meta.Position);
            reader._offsets[b] = (int)offset;
        }

        return reader;
    }

    /// <summary>Gives the reader its data, whose first byte is the first block's, and checks that every block lies inside.</summary>
    /// <exception cref="CorruptIndexException">A block lies outside the data.</exception>
    public DirectMonotonicReader Attach(IndexInput data)
    {
        for (int b = 0; b < _mins.Length; b++)
        {
            long values = Math.Min(1L << _shift, Count - ((long)b << _shift));
            if (_bits[b] != 0 && _offsets[b] + DirectWriter.ByteLength(values, _bits[b]) > data.Length)
                throw new CorruptIndexException($"monotonic block {b} ends behind the data of {data.Length} bytes", data.Name, _offsets[b]);
        }

        _data = data;
        return this;
    }

    /// <summary>The greatest index whose value is at most <paramref name="value"/>, or -1. The sequence must ascend.</summary>
    public long FloorIndex(long value)
    {
        long low = 0;
        long high = Count - 1;
        while (low <= high)
        {
            long middle = (low + high) >>> 1;
            if (this[middle] <= value) low = middle + 1;
            else high = middle - 1;
        }

        return high;
    }
}
