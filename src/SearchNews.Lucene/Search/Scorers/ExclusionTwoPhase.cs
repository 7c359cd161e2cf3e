namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Confirms the documents that a clause does not match.</summary>
internal sealed class ExclusionTwoPhase : TwoPhaseIterator
{
    // Usually one comparison; moving the excluded clause is shared by many candidates.
    private const float Cost = 2;

    private readonly TwoPhaseIterator? _excludedCheck;
    private readonly DocIdSetIterator _excludedCandidates;

    public ExclusionTwoPhase(DocIdSetIterator approximation, Scorer excluded)
        : base(approximation)
    {
        _excludedCheck = excluded.TwoPhase;
        _excludedCandidates = _excludedCheck?.Approximation ?? excluded;
    }

    /// <inheritdoc/>
    public override float MatchCost => Cost + (_excludedCheck?.MatchCost ?? 0);

    /// <inheritdoc/>
    public override bool Matches()
    {
        int doc = Approximation.DocId;
        int excluded = _excludedCandidates.DocId;
        if (excluded < doc) excluded = _excludedCandidates.Advance(doc);
        return excluded != doc || (_excludedCheck is not null && !_excludedCheck.Matches());
    }
}
