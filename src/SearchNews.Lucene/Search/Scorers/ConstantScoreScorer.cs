namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Gives all documents of an iterator the same score.</summary>
internal sealed class ConstantScoreScorer : Scorer
{
    private readonly DocIdSetIterator _iterator;
    private readonly float _score;
    private bool _ended;

    public ConstantScoreScorer(DocIdSetIterator iterator, float score)
    {
        _iterator = iterator;
        _score = score;
        TwoPhase = (iterator as Scorer)?.TwoPhase;
    }

    /// <inheritdoc/>
    public override TwoPhaseIterator? TwoPhase { get; }

    /// <inheritdoc/>
    public override int DocId => _ended ? NoMoreDocs : _iterator.DocId;

    /// <inheritdoc/>
    public override long Cost => _iterator.Cost;

    /// <inheritdoc/>
    public override int NextDoc() => _ended ? NoMoreDocs : _iterator.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => _ended ? NoMoreDocs : _iterator.Advance(target);

    /// <inheritdoc/>
    public override float Score() => _score;

    /// <inheritdoc/>
    public override float GetMaxScore(int upTo) => _score;

    /// <summary>Ends the iteration when the one score there is does not compete; callers of <see cref="TwoPhase"/> go on, which is allowed.</summary>
    public override void SetMinCompetitiveScore(float minScore) => _ended |= minScore > _score && TwoPhase is null;
}
