namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Confirms a candidate when all checks of several iterations do, the cheapest first.</summary>
internal sealed class ConjunctionTwoPhase : TwoPhaseIterator
{
    private readonly TwoPhaseIterator[] _checks;

    /// <summary>Combines checks.</summary>
    /// <param name="approximation">Candidates of all the iterations.</param>
    /// <param name="checks">At least one.</param>
    public ConjunctionTwoPhase(DocIdSetIterator approximation, IEnumerable<TwoPhaseIterator> checks)
        : base(approximation) => _checks = [.. checks.OrderBy(check => check.MatchCost)];

    /// <inheritdoc/>
    public override float MatchCost => _checks.Sum(check => check.MatchCost);

    /// <inheritdoc/>
    public override bool Matches()
    {
        foreach (TwoPhaseIterator check in _checks)
        {
            if (!check.Matches()) return false;
        }

        return true;
    }
}
