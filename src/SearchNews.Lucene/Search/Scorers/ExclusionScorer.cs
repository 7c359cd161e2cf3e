namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Documents that match one clause and not another; scored by the first.</summary>
internal sealed class ExclusionScorer : SkippingScorer
{
    private readonly Scorer _required;

    public ExclusionScorer(Scorer required, Scorer excluded)
    {
        _required = required;
        DocIdSetIterator candidates = required.TwoPhase?.Approximation ?? required;
        var exclusion = new ExclusionTwoPhase(candidates, excluded);

        // Blocks are skipped by the required clause itself.
        Iterate(candidates, required.TwoPhase is { } check ? [check, exclusion] : [exclusion], skip: false);
    }

    /// <inheritdoc/>
    public override float Score() => _required.Score();

    /// <inheritdoc/>
    public override int AdvanceShallow(int target) => _required.AdvanceShallow(target);

    /// <inheritdoc/>
    public override float GetMaxScore(int upTo) => _required.GetMaxScore(upTo);

    /// <inheritdoc/>
    public override void SetMinCompetitiveScore(float minScore) => _required.SetMinCompetitiveScore(minScore);
}
