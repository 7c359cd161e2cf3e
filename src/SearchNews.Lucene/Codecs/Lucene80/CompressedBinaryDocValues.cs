using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Byte strings in LZ4 blocks of 32; keeps the block last read.
/// <code>block = vInt length0 &lt;&lt; 1 | allSame, [31 x vInt length unless allSame], LZ4 of the values</code>
/// The last block is filled up with lengths of 0. A block of no bytes may lack the LZ4 part.
/// </summary>
internal sealed class CompressedBinaryDocValues(DocsCursor docs, IndexInput bytes, long offset, DirectMonotonicReader blocks, int maxBlockLength) : BinaryDocValues
{
    // A byte of LZ4 gives at most this many; it bounds what a damaged length may make us allocate.
    private const int MaxExpansion = 256;

    private readonly IndexInput _bytes = bytes.Clone();
    private readonly int[] _ends = new int[Lucene80DocValuesFormat.BinaryBlockSize];
    private byte[] _values = [];
    private int _block = -1;

    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override ReadOnlySpan<byte> BinaryValue
    {
        get
        {
            int index = docs.Index;
            int block = index >> Lucene80DocValuesFormat.BinaryBlockShift;
            if (block != _block) ReadBlock(block);
            int place = index & (Lucene80DocValuesFormat.BinaryBlockSize - 1);
            int start = place == 0 ? 0 : _ends[place - 1];
            return _values.AsSpan(start, _ends[place] - start);
        }
    }

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => docs.AdvanceExact(target);

    private void ReadBlock(int block)
    {
        _block = -1;
        _bytes.Position = blocks[block] - offset;
        long at = _bytes.Position;
        int first = _bytes.ReadVInt();
        bool allSame = (first & 1) != 0;
        long end = 0;
        for (int i = 0; i < _ends.Length; i++)
        {
            end += i == 0 || allSame ? first >>> 1 : _bytes.ReadVInt("value length", maxBlockLength);
            if (end > maxBlockLength || end > MaxExpansion * _bytes.Remaining)
                throw new CorruptIndexException($"block {block} of {end} bytes or more; none is longer than {maxBlockLength}, and {_bytes.Remaining} bytes are left", _bytes.Name, at);
            _ends[i] = (int)end;
        }

        if (end > _values.Length) _values = new byte[end];
        if (end > 0) Lz4Decompressor.Decompress(_bytes, _values, 0, (int)end, 0);
        _block = block;
    }
}
