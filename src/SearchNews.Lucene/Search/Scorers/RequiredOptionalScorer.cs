namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Documents that match a required clause; an optional clause adds to the score where it matches too, in float32.</summary>
internal sealed class RequiredOptionalScorer : SkippingScorer
{
    private readonly Scorer _required;
    private readonly Scorer _optional;
    private readonly RequiredOptionalIterator _iterator;

    public RequiredOptionalScorer(Scorer required, Scorer optional)
    {
        _required = required;
        _optional = optional;
        _iterator = new RequiredOptionalIterator(required, optional);
        Iterate(_iterator, required.TwoPhase is { } check ? [check] : [], skip: false);
    }

    /// <inheritdoc/>
    public override float Score()
    {
        int doc = _required.DocId;
        float score = _required.Score();
        int optional = _optional.DocId;
        if (optional < doc) optional = _optional.Advance(doc);
        return optional == doc ? score + _optional.Score() : score;
    }

    /// <inheritdoc/>
    public override int AdvanceShallow(int target) => Math.Min(_required.AdvanceShallow(target), ScoreBounds.AdvanceShallow(_optional, target));

    /// <inheritdoc/>
    public override float GetMaxScore(int upTo) => _required.GetMaxScore(upTo) + ScoreBounds.MaxScore(_optional, upTo);

    /// <inheritdoc/>
    public override void SetMinCompetitiveScore(float minScore) => _iterator.SetMinCompetitiveScore(minScore);
}
