namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Documents that match all of several clauses; the score is the sum of the scoring ones, added as doubles and rounded once.</summary>
internal sealed class ConjunctionScorer : SkippingScorer
{
    private readonly Scorer[] _scoring;

    /// <summary>Combines clauses.</summary>
    /// <param name="required">All clauses, at least one.</param>
    /// <param name="scoring">Those of them that score; may be empty.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public ConjunctionScorer(IReadOnlyList<Scorer> required, IReadOnlyList<Scorer> scoring, ScoreMode scoreMode)
    {
        _scoring = [.. scoring.OrderBy(scorer => scorer.Cost)];
        Iterate(
            new ConjunctionIterator(required.Select(scorer => scorer.TwoPhase?.Approximation ?? scorer)),
            [.. required.Select(scorer => scorer.TwoPhase).OfType<TwoPhaseIterator>()],
            skip: scoreMode == ScoreMode.TopScores);
    }

    /// <inheritdoc/>
    public override float Score()
    {
        double sum = 0;
        foreach (Scorer scorer in _scoring) sum += scorer.Score();
        return (float)sum;
    }

    /// <summary>The blocks are those of the rarest clause: with the smallest of all blocks, frequent clauses would make steps too short.</summary>
    public override int AdvanceShallow(int target)
    {
        if (_scoring.Length == 0) return NoMoreDocs;
        int upTo = ScoreBounds.AdvanceShallow(_scoring[0], target);
        for (int i = 1; i < _scoring.Length; i++) ScoreBounds.AdvanceShallow(_scoring[i], target);
        return upTo;
    }

    /// <inheritdoc/>
    public override float GetMaxScore(int upTo)
    {
        double sum = 0;
        foreach (Scorer scorer in _scoring) sum += ScoreBounds.MaxScore(scorer, upTo);
        return ScoreBounds.OfSum(sum, _scoring.Length);
    }
}
