namespace SearchNews.Lucene.Search.Additive;

/// <summary>Adds numbers to the scores of another scorer, and hands it what it has to reach by itself to compete.</summary>
internal sealed class AdditiveScorer : Scorer
{
    private readonly Scorer _scorer;
    private readonly LeafScoreAddend[] _addends;
    private float _tooLow;

    public AdditiveScorer(Scorer scorer, LeafScoreAddend[] addends)
    {
        _scorer = scorer;
        _addends = addends;
    }

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase => _scorer.TwoPhase;

    /// <inheritdoc/>
    public override int DocId => _scorer.DocId;

    /// <inheritdoc/>
    public override long Cost => _scorer.Cost;

    /// <inheritdoc/>
    public override int NextDoc() => _scorer.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => _scorer.Advance(target);

    /// <inheritdoc/>
    public override float Score()
    {
        int doc = _scorer.DocId;
        float score = _scorer.Score();
        foreach (LeafScoreAddend addend in _addends) score += addend.GetValue(doc);
        return score;
    }

    /// <inheritdoc/>
    public override int AdvanceShallow(int target) => _scorer.AdvanceShallow(target);

    /// <inheritdoc/>
    public override float GetMaxScore(int upTo) => AddMaxima(_scorer.GetMaxScore(upTo));

    /// <summary>
    /// Finds a score that is not enough even with the greatest numbers added, and lets the scorer skip what is below it. Adding floats is
    /// monotonic, so all lower scores are not enough either.
    /// </summary>
    public override void SetMinCompetitiveScore(float minScore)
    {
        double sum = 0;
        foreach (LeafScoreAddend addend in _addends) sum += addend.MaxValue;
        float tooLow = (float)(minScore - sum);

        // Rounding in the additions: a few steps down at most make up for it.
        while (tooLow > 0 && AddMaxima(tooLow) >= minScore) tooLow = Math.Min(float.BitDecrement(tooLow), tooLow - (minScore * 1e-7f));
        if (tooLow <= _tooLow) return;
        _tooLow = tooLow;
        _scorer.SetMinCompetitiveScore(tooLow);
    }

    // In the order in which scores are added up.
    private float AddMaxima(float score)
    {
        foreach (LeafScoreAddend addend in _addends) score += addend.MaxValue;
        return score;
    }
}
