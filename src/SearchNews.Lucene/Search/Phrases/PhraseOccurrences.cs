using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>Counts how often an exact phrase occurs in documents that have all its terms, where the terms stand in the blocks that hold the document. Belongs to one thread.</summary>
internal sealed class PhraseOccurrences
{
    private readonly BlockPositionsEnum[] _terms;
    private readonly int[] _counts;
    private readonly ExactPhraseMatcher _matcher;
    private readonly int _distance;

    /// <summary>Prepares a phrase in one segment.</summary>
    /// <param name="terms">At least two, the rarest first.</param>
    /// <param name="offsets">The position of each term in the phrase.</param>
    public PhraseOccurrences(BlockPositionsEnum[] terms, int[] offsets)
    {
        _terms = terms;
        _counts = new int[terms.Length];
        _matcher = new ExactPhraseMatcher(terms, offsets);
        _distance = offsets[1] - offsets[0];
    }

    /// <summary>How often the phrase occurs in a document that all terms have in their current blocks; documents ascend.</summary>
    /// <param name="found">Where they have it.</param>
    /// <param name="match">Its index there.</param>
    public int Count(PostingsIntersection found, int match)
    {
        if (_terms.Length == 2)
            return CountPairs(_terms[0], _terms[0].StartPositions(found.PlacesOf(0)[match]), _terms[1], _terms[1].StartPositions(found.PlacesOf(1)[match]));
        for (int term = 0; term < _terms.Length; term++) _counts[term] = _terms[term].StartPositions(found.PlacesOf(term)[match]);
        if (!_matcher.Start(_counts)) return 0;
        int count = 1;
        while (_matcher.Next()) count++;
        return count;
    }

    // The same as the matcher does, for two terms.
    private int CountPairs(BlockPositionsEnum first, int firstLeft, BlockPositionsEnum second, int secondLeft)
    {
        int count = 0;
        int expected = first.NextPosition() + _distance;
        int position = second.NextPosition();
        while (true)
        {
            if (position < expected)
            {
                if (--secondLeft == 0) return count;
                position = second.NextPosition();
                continue;
            }

            // A position that a term has twice is matched once.
            bool isMatch = position == expected;
            int before = expected;
            if (isMatch) count++;
            do
            {
                if (--firstLeft == 0) return count;
                expected = first.NextPosition() + _distance;
            }
            while (isMatch && expected == before);
        }
    }
}
