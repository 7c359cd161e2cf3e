using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Util;

/// <summary>
/// Writes an ascending sequence as deviations from a straight line, in blocks of 2^blockShift values.
/// <code>
/// meta, per block: i64 min, i32 float bits of the slope, i64 offset in data, u8 bitsPerValue
/// data, per block: the deviations as DirectWriter values; nothing when all are 0
/// value[i] = min + (long)(slope * (float)i) + deviation[i]
/// </code>
/// The product is computed in single precision. Source: Lucene 8 DirectMonotonicWriter.
/// </summary>
internal sealed class DirectMonotonicWriter(DataOutput meta, DataOutput data, int blockShift)
{
    /// <summary>Bytes of metadata a block.</summary>
    public const int MetaBytesPerBlock = 21;

    private readonly List<long> _block = [];
    private readonly long _dataStart = data.Position;

    /// <summary>Appends a value, at least the one before.</summary>
    public void Add(long value)
    {
        if (_block.Count == 1 << blockShift) Flush();
        _block.Add(value);
    }

    /// <summary>Writes the last block.</summary>
    public void Finish()
    {
        if (_block.Count > 0) Flush();
    }

    /// <summary>The line's value at index i; single precision, truncated.</summary>
    internal static long Expected(float slope, long i) => (long)(slope * (float)i);

    private void Flush()
    {
        int count = _block.Count;
        float slope = (float)((double)(_block[count - 1] - _block[0]) / Math.Max(1, count - 1));
        long min = long.MaxValue;
        for (int i = 0; i < count; i++)
        {
            _block[i] -= Expected(slope, i);
            min = Math.Min(min, _block[i]);
        }

        long union = 0;
        for (int i = 0; i < count; i++) union |= _block[i] - min;
        meta.WriteInt64(min);
        meta.WriteInt32(BitConverter.SingleToInt32Bits(slope));
        meta.WriteInt64(data.Position - _dataStart);
        int bits = union == 0 ? 0 : DirectWriter.BitsRequired(union);
        meta.WriteByte((byte)bits);
        if (bits > 0)
        {
            var writer = new DirectWriter(data, bits);
            foreach (long v in _block) writer.Add(v - min);
            writer.Finish();
        }

        _block.Clear();
    }
}
