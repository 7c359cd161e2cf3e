using System.Numerics;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The documents whose bit is set.</summary>
internal sealed class BitsIterator : DocIdSetIterator
{
    private readonly Bits _bits;
    private readonly long _cost;
    private int _doc = -1;

    public BitsIterator(Bits bits, long cost)
    {
        _bits = bits;
        _cost = cost;
    }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost => _cost;

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_doc + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        if (target >= _bits.Length) return _doc = NoMoreDocs;
        ReadOnlySpan<ulong> words = _bits.Words;
        int word = target >> 6;
        ulong rest = words[word] & (ulong.MaxValue << target);
        while (rest == 0)
        {
            if (++word == words.Length) return _doc = NoMoreDocs;
            rest = words[word];
        }

        return _doc = (word << 6) + BitOperations.TrailingZeroCount(rest);
    }
}
