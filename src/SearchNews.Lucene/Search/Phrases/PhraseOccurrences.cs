using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>Counts how often an exact phrase occurs in documents that have all its terms, where the terms stand in the blocks that hold the document. Belongs to one thread.</summary>
internal sealed class PhraseOccurrences
{
    private readonly ExactPhraseMatcher _matcher = new();
    private BlockPositionsEnum[] _terms = [];
    private int[] _counts = [];
    private int _termCount;
    private int _distance;

    /// <summary>Prepares a phrase in one segment.</summary>
    /// <param name="terms">At least two, the rarest first.</param>
    public void Set(List<PhraseTerm> terms)
    {
        _termCount = terms.Count;
        SearchMemory.Fit(ref _terms, _termCount);
        SearchMemory.Fit(ref _counts, _termCount);
        _matcher.Clear();
        _distance = terms[1].Offset - terms[0].Offset;
        for (int i = 0; i < _termCount; i++)
        {
            _terms[i] = terms[i].Postings;
            _matcher.Add(terms[i].Postings, terms[i].Offset);
        }
    }

    /// <summary>How often the phrase occurs in a document that all terms have in their current blocks; documents ascend.</summary>
    /// <param name="found">Where they have it.</param>
    /// <param name="match">Its index there.</param>
    public int Count(PostingsIntersection found, int match)
    {
        if (_termCount == 2)
            return CountPairs(_terms[0], _terms[0].StartPositions(found.PlacesOf(0)[match]), _terms[1], _terms[1].StartPositions(found.PlacesOf(1)[match]));
        for (int term = 0; term < _termCount; term++) _counts[term] = _terms[term].StartPositions(found.PlacesOf(term)[match]);
        if (!_matcher.Start(_counts.AsSpan(0, _termCount))) return 0;
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
