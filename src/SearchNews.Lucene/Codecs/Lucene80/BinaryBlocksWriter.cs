using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Writes byte strings in compressed blocks of 32; the layout is on <see cref="CompressedBinaryDocValues"/>.</summary>
internal sealed class BinaryBlocksWriter(DataOutput data)
{
    private readonly Lz4Compressor _compressor = new();
    private readonly MemoryOutput _block = new();
    private readonly int[] _lengths = new int[Lucene80DocValuesFormat.BinaryBlockSize];
    private readonly List<long> _starts = [];
    private int _minLength = int.MaxValue;
    private int _maxLength;
    private int _maxBlockLength;

    /// <summary>Where the first block starts.</summary>
    public long Start { get; } = data.Position;

    /// <summary>How many values were added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a value.</summary>
    public void Add(ReadOnlySpan<byte> value)
    {
        int place = Count & (Lucene80DocValuesFormat.BinaryBlockSize - 1);
        if (place == 0 && Count > 0) FlushBlock();
        _lengths[place] = value.Length;
        _block.WriteBytes(value);
        _minLength = Math.Min(_minLength, value.Length);
        _maxLength = Math.Max(_maxLength, value.Length);
        Count++;
    }

    /// <summary>Writes the last block.</summary>
    public void FinishBlocks()
    {
        if (Count > 0) FlushBlock();
    }

    /// <summary>Writes the rest of the field's metadata, from the number of documents on, and the addresses of the blocks.</summary>
    public void WriteMeta(DataOutput meta)
    {
        meta.WriteInt32(Count);
        meta.WriteInt32(Count == 0 ? 0 : _minLength);
        meta.WriteInt32(_maxLength);
        if (Count == 0) return;
        long start = data.Position;
        meta.WriteInt64(start);
        meta.WriteVInt(_starts.Count);
        meta.WriteVInt(Lucene80DocValuesFormat.BinaryBlockShift);
        meta.WriteVInt(_maxBlockLength);
        meta.WriteVInt(Lucene80DocValuesFormat.MonotonicShift);
        var addresses = new DirectMonotonicWriter(meta, data, Lucene80DocValuesFormat.MonotonicShift);
        foreach (long blockStart in _starts) addresses.Add(blockStart);
        addresses.Finish();
        meta.WriteInt64(data.Position - start);
    }

    private void FlushBlock()
    {
        _starts.Add(data.Position);

        // A short last block counts as followed by empty values, so its lengths are the same only when all are 0.
        bool allSame = !_lengths.AsSpan().ContainsAnyExcept(_lengths[0]);
        data.WriteVInt((_lengths[0] << 1) | (allSame ? 1 : 0));
        for (int i = 1; i < _lengths.Length && !allSame; i++) data.WriteVInt(_lengths[i]);
        ReadOnlySpan<byte> bytes = _block.WrittenSpan;
        _compressor.Compress(bytes, 0, 0, bytes.Length, data);
        _maxBlockLength = Math.Max(_maxBlockLength, bytes.Length);
        Array.Clear(_lengths);
        _block.Reset();
    }
}
