using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Turns the impacts of one term into upper bounds of its scores.</summary>
internal sealed class ImpactsBound
{
    private ImpactsEnum _impacts = null!;
    private SimScorer _scorer = null!;
    private float _maxFreq;
    private float _globalMax;
    private float[] _maxOfLevel = [];
    private int[] _upToOfLevel = [];

    /// <summary>Prepares the bounds of one term in one segment.</summary>
    /// <param name="impacts">The term's postings, whose bounds are moved.</param>
    /// <param name="scorer">Turns impacts into scores.</param>
    /// <param name="state">Statistics of the term in this segment.</param>
    public ImpactsBound Set(ImpactsEnum impacts, SimScorer scorer, TermState state)
    {
        _impacts = impacts;
        _scorer = scorer;

        // Every other document takes at least one occurrence, which bounds the frequency where impacts are missing (docFreq up to 128).
        _maxFreq = Math.Max(1, state.TotalTermFreq - state.DocFreq + 1);
        _globalMax = scorer.Score(_maxFreq, 1);
        _upToOfLevel.AsSpan().Fill(-1);
        return this;
    }

    /// <summary>Moves the bounds to the block that holds <paramref name="target"/> and returns its last document.</summary>
    public int AdvanceShallow(int target)
    {
        _impacts.AdvanceShallow(target);
        return _impacts.GetDocIdUpTo(0);
    }

    /// <summary>The highest score from the last shallow target to <paramref name="upTo"/>.</summary>
    public float GetMaxScore(int upTo)
    {
        int levels = _impacts.LevelCount;
        for (int level = 0; level < levels; level++)
        {
            int end = _impacts.GetDocIdUpTo(level);
            if (end >= upTo) return MaxScoreOfLevel(level, end);
        }

        return _globalMax;
    }

    /// <summary>The first document from <paramref name="target"/> on in a block that may reach <paramref name="minScore"/>.</summary>
    /// <param name="target">At or above the documents of earlier calls.</param>
    /// <param name="minScore">The lowest score wanted.</param>
    /// <param name="upTo">Last document of that block.</param>
    public int NextCompetitive(int target, float minScore, out int upTo)
    {
        upTo = DocIdSetIterator.NoMoreDocs;
        while (target != DocIdSetIterator.NoMoreDocs)
        {
            _impacts.AdvanceShallow(target);
            int levels = _impacts.LevelCount;
            int skipTo = -1;
            for (int level = 0; level < levels; level++)
            {
                // Higher levels cover more documents, so their bounds only grow.
                int end = _impacts.GetDocIdUpTo(level);
                if (MaxScoreOfLevel(level, end) >= minScore) break;
                skipTo = end;
            }

            if (skipTo < 0)
            {
                upTo = _impacts.GetDocIdUpTo(0);
                return target;
            }

            target = skipTo == DocIdSetIterator.NoMoreDocs ? skipTo : skipTo + 1;
        }

        return target;
    }

    private float MaxScoreOfLevel(int level, int end)
    {
        if (level >= _upToOfLevel.Length)
        {
            int known = _upToOfLevel.Length;
            Array.Resize(ref _upToOfLevel, level + 1);
            Array.Resize(ref _maxOfLevel, level + 1);
            _upToOfLevel.AsSpan(known).Fill(-1);
        }

        if (_upToOfLevel[level] == end) return _maxOfLevel[level];
        float max = 0;
        foreach (Impact impact in _impacts.GetImpacts(level))
            max = Math.Max(max, _scorer.Score(Math.Min(impact.Freq, _maxFreq), impact.Norm));
        _upToOfLevel[level] = end;
        return _maxOfLevel[level] = max;
    }
}
