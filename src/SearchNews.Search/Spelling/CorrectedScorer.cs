using SearchNews.Lucene.Search;

namespace SearchNews.Search.Spelling;

/// <summary>The scorer of <see cref="CorrectedQuery"/>. The factor is 1 at most, so bounds of the inner scorer hold, and what it may leave out is not needed here either.</summary>
internal sealed class CorrectedScorer : Scorer
{
    private readonly Scorer _inner;
    private readonly Scorer? _exact;
    private readonly float _factor;

    /// <summary>Creates a scorer.</summary>
    /// <param name="inner">Matches and scores with corrections.</param>
    /// <param name="exact">Matches the words as typed; null when none does in this segment.</param>
    /// <param name="factor">For what is not exact.</param>
    public CorrectedScorer(Scorer inner, Scorer? exact, float factor) => (_inner, _exact, _factor) = (inner, exact, factor);

    public override int DocId => _inner.DocId;

    public override long Cost => _inner.Cost;

    public override TwoPhaseIterator? TwoPhase => _inner.TwoPhase;

    public override int NextDoc() => _inner.NextDoc();

    public override int Advance(int target) => _inner.Advance(target);

    public override int AdvanceShallow(int target) => _inner.AdvanceShallow(target);

    public override float GetMaxScore(int upTo) => _inner.GetMaxScore(upTo);

    public override void SetMinCompetitiveScore(float minScore) => _inner.SetMinCompetitiveScore(minScore);

    public override float Score() => IsExact(_inner.DocId) ? _inner.Score() : _inner.Score() * _factor;

    private bool IsExact(int doc)
    {
        if (_exact is null) return false;
        if (_exact.DocId < doc) _exact.Advance(doc);
        return _exact.DocId == doc;
    }
}
