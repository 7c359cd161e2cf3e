namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Base of scorers made of other scorers: iterates over candidates, skips blocks by this scorer's own bounds, and confirms candidates where
/// that takes a second phase. Derived classes give <see cref="Scorer.Score"/> and the bounds.
/// </summary>
internal abstract class SkippingScorer : Scorer
{
    private DocIdSetIterator _candidates = null!;
    private BlockSkippingIterator? _skipping;
    private TwoPhaseIterator? _twoPhase;

    /// <inheritdoc/>
    public sealed override TwoPhaseIterator? TwoPhase => _twoPhase;

    /// <inheritdoc/>
    public sealed override int DocId => _candidates.DocId;

    /// <inheritdoc/>
    public sealed override long Cost => _candidates.Cost;

    /// <inheritdoc/>
    public sealed override int NextDoc() => Confirm(_candidates.NextDoc());

    /// <inheritdoc/>
    public sealed override int Advance(int target) => Confirm(_candidates.Advance(target));

    /// <inheritdoc/>
    public override void SetMinCompetitiveScore(float minScore) => _skipping?.SetMinCompetitiveScore(minScore);

    /// <summary>Sets the iteration; to be called once, by the constructor.</summary>
    /// <param name="candidates">The documents, or a superset when there are <paramref name="checks"/>.</param>
    /// <param name="checks">Confirm candidates.</param>
    /// <param name="skip">Skip blocks by the bounds.</param>
    protected void Iterate(DocIdSetIterator candidates, IReadOnlyCollection<TwoPhaseIterator> checks, bool skip)
    {
        if (skip) candidates = _skipping = new BlockSkippingIterator(candidates, this);
        _candidates = candidates;
        _twoPhase = checks.Count == 0 ? null : new ConjunctionTwoPhase(candidates, checks);
    }

    private int Confirm(int doc)
    {
        if (_twoPhase is null) return doc;
        while (doc != NoMoreDocs && !_twoPhase.Matches()) doc = _candidates.NextDoc();
        return doc;
    }
}
