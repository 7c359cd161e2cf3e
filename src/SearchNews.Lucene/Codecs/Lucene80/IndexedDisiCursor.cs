using System.Buffers.Binary;
using System.Numerics;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Walks an <see cref="IndexedDisi"/>: constant time within dense and full blocks, a galloping search within sparse ones.</summary>
internal sealed class IndexedDisiCursor : DocsCursor
{
    private const int LowBits = IndexedDisiFormat.BlockSize - 1;

    private IndexedDisi _set = null!;
    private int _doc;
    private int _index;
    private int _blockId;
    private IndexedDisi.Block _block;

    // In a sparse block: the place of the first document at or behind the current one.
    private int _place;

    public override int DocId => _doc;

    public override int Index => _index;

    public override long Cost => _set.Count;

    /// <summary>Stands before the first document of a set.</summary>
    public IndexedDisiCursor Set(IndexedDisi set)
    {
        _set = set;
        _doc = -1;
        _index = 0;
        _blockId = -1;
        return this;
    }

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target)
    {
        int blocks = _set.Blocks.Length;
        int id = target >> IndexedDisiFormat.BlockShift;
        int low = target & LowBits;
        for (; id < blocks; id++, low = 0)
        {
            Enter(id);
            int found = Seek(low);
            if (found < 0) continue;
            return _doc = (id << IndexedDisiFormat.BlockShift) | found;
        }

        return _doc = NoMoreDocs;
    }

    public override bool AdvanceExact(int target)
    {
        _doc = target;
        int id = target >> IndexedDisiFormat.BlockShift;
        if (id >= _set.Blocks.Length) return false;
        Enter(id);
        int low = target & LowBits;
        if (_block.Cardinality is > IndexedDisiFormat.MaxSparse and < IndexedDisiFormat.BlockSize)
        {
            ulong word = Word(low >> 6);
            if ((word & (1UL << low)) == 0) return false;
            _index = DenseIndex(low, word);
            return true;
        }

        return Seek(low) == low;
    }

    private void Enter(int id)
    {
        if (id == _blockId) return;
        _blockId = id;
        _block = _set.Blocks[id];
        _place = 0;
    }

    // The first document of the block at or behind low, or -1; sets the index.
    private int Seek(int low)
    {
        int cardinality = _block.Cardinality;
        if (cardinality == 0) return -1;
        if (cardinality <= IndexedDisiFormat.MaxSparse) return SeekSparse(low);
        if (cardinality < IndexedDisiFormat.BlockSize) return SeekDense(low);
        _index = _block.Index + low;
        return low;
    }

    private int SeekSparse(int low)
    {
        _place = FirstPlaceAtLeast(low);
        if (_place == _block.Cardinality) return -1;
        _index = _block.Index + _place;
        return SparseDoc(_place);
    }

    private int FirstPlaceAtLeast(int low)
    {
        int count = _block.Cardinality;
        int below = _place;
        if (below == count || SparseDoc(below) >= low) return below;
        int step = 1;
        for (; below + step < count && SparseDoc(below + step) < low; step <<= 1) below += step;

        // The document at below is before low; the one at high is not, or there is none.
        int high = Math.Min(below + step, count);
        while (high - below > 1)
        {
            int middle = (below + high) >>> 1;
            if (SparseDoc(middle) < low) below = middle;
            else high = middle;
        }

        return high;
    }

    private int SeekDense(int low)
    {
        int w = low >> 6;
        ulong rest = Word(w) & (ulong.MaxValue << low);
        while (rest == 0)
        {
            if (++w == IndexedDisiFormat.WordsPerBlock) return -1;
            rest = Word(w);
        }

        int found = (w << 6) + BitOperations.TrailingZeroCount(rest);
        _index = DenseIndex(found, Word(w));
        return found;
    }

    private int DenseIndex(int low, ulong word)
    {
        int w = low >> 6;
        int rankPlace = low >> IndexedDisiFormat.RankPower;
        int index = _block.Index + BinaryPrimitives.ReadUInt16BigEndian(_set.Bytes[(_block.Offset + (2 * rankPlace))..]);
        for (int i = rankPlace * IndexedDisiFormat.WordsPerRank; i < w; i++) index += BitOperations.PopCount(Word(i));
        return index + BitOperations.PopCount(word & ((1UL << low) - 1));
    }

    private int SparseDoc(int place) => BinaryPrimitives.ReadUInt16BigEndian(_set.Bytes[(_block.Offset + (2 * place))..]);

    private ulong Word(int w) => BinaryPrimitives.ReadUInt64BigEndian(_set.Bytes[(_block.Offset + IndexedDisiFormat.RankBytes + (8 * w))..]);
}
