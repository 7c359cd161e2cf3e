namespace SearchNews.Lucene.Search.Phrases;

/// <summary>Confirms a document that has all the terms when they stand as the phrase wants.</summary>
internal sealed class PhraseTwoPhase : TwoPhaseIterator
{
    private readonly PhraseMatcher _matcher;
    private readonly PhraseScorer _scorer;

    public PhraseTwoPhase(DocIdSetIterator approximation, PhraseMatcher matcher, PhraseScorer scorer)
        : base(approximation)
    {
        _matcher = matcher;
        _scorer = scorer;
    }

    /// <inheritdoc/>
    public override float MatchCost => _matcher.MatchCost;

    /// <inheritdoc/>
    public override bool Matches() => _scorer.MayCompete() && _matcher.Start();
}
