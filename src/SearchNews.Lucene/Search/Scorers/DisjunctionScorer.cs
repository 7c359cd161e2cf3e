namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Documents that match at least one of several clauses. The score is the best clause's plus a share of the others': share 1 sums, in
/// doubles rounded once; share 0 takes the best alone.
/// </summary>
internal sealed class DisjunctionScorer : SkippingScorer
{
    private readonly Scorer[] _scorers;
    private readonly Scorer[] _matching;
    private readonly DisjunctionIterator _iterator;
    private readonly double _tieBreaker;

    /// <summary>Combines clauses.</summary>
    /// <param name="scorers">At least one.</param>
    /// <param name="tieBreaker">Share of the clauses other than the best, 0 to 1.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public DisjunctionScorer(IReadOnlyList<Scorer> scorers, float tieBreaker, ScoreMode scoreMode)
    {
        _scorers = [.. scorers];
        _matching = new Scorer[_scorers.Length];
        _tieBreaker = tieBreaker;
        _iterator = new DisjunctionIterator(_scorers);
        Iterate(_iterator, [], skip: scoreMode == ScoreMode.TopScores);
    }

    /// <inheritdoc/>
    public override float Score()
    {
        int count = _iterator.GetMatching(_matching);
        if (count == 1) return _matching[0].Score();
        return _tieBreaker == 1 ? Sum(count) : BestAndOthers(count);
    }

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        int upTo = NoMoreDocs;
        foreach (Scorer scorer in _scorers) upTo = Math.Min(upTo, ScoreBounds.AdvanceShallow(scorer, target));
        return upTo;
    }

    /// <inheritdoc/>
    public override float GetMaxScore(int upTo)
    {
        float best = 0;
        double sum = 0;
        foreach (Scorer scorer in _scorers)
        {
            float max = ScoreBounds.MaxScore(scorer, upTo);
            best = Math.Max(best, max);
            sum += max;
        }

        return ScoreBounds.OfSum((best * (1 - _tieBreaker)) + (sum * _tieBreaker), _scorers.Length + 2);
    }

    private float Sum(int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++) sum += _matching[i].Score();
        return (float)sum;
    }

    private float BestAndOthers(int count)
    {
        float best = 0;
        double others = 0;
        for (int i = 0; i < count; i++)
        {
            float score = _matching[i].Score();
            others += Math.Min(score, best);
            best = Math.Max(score, best);
        }

        return (float)(best + (others * _tieBreaker));
    }
}
