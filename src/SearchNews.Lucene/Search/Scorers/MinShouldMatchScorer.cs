namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Documents that match at least a given number of clauses; the score is the sum of those that match, in doubles rounded once.</summary>
internal sealed class MinShouldMatchScorer : SkippingScorer
{
    private readonly Scorer[] _scorers;
    private readonly MinShouldMatchIterator _iterator;

    /// <summary>Combines clauses.</summary>
    /// <param name="scorers">The clauses.</param>
    /// <param name="minimum">How many must match: 1 to their number.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public MinShouldMatchScorer(IReadOnlyList<Scorer> scorers, int minimum, ScoreMode scoreMode)
    {
        _scorers = [.. scorers];
        _iterator = new MinShouldMatchIterator(_scorers, minimum);
        Iterate(_iterator, [], skip: scoreMode == ScoreMode.TopScores);
    }

    /// <inheritdoc/>
    public override float Score()
    {
        double sum = 0;
        for (int i = 0; i < _scorers.Length; i++)
        {
            if (_iterator.IsMatching(i)) sum += _scorers[i].Score();
        }

        return (float)sum;
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
        double sum = 0;
        foreach (Scorer scorer in _scorers) sum += ScoreBounds.MaxScore(scorer, upTo);
        return ScoreBounds.OfSum(sum, _scorers.Length);
    }
}
