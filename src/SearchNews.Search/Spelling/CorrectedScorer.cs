using SearchNews.Lucene.Search;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Spelling;

/// <summary>The scorer of <see cref="CorrectedQuery"/>. The factor is 1 at most, so bounds of the inner scorer hold, and what it may leave out is not needed here either.</summary>
/// <param name="inner">Matches and scores with corrections.</param>
/// <param name="exact">The documents that the words as typed match.</param>
/// <param name="factor">For what is not exact.</param>
internal sealed class CorrectedScorer(Scorer inner, ScorerMatches exact, float factor) : Scorer
{
    public override int DocId => inner.DocId;

    public override long Cost => inner.Cost;

    public override TwoPhaseIterator? TwoPhase => inner.TwoPhase;

    public override int NextDoc() => inner.NextDoc();

    public override int Advance(int target) => inner.Advance(target);

    public override int AdvanceShallow(int target) => inner.AdvanceShallow(target);

    public override float GetMaxScore(int upTo) => inner.GetMaxScore(upTo);

    public override void SetMinCompetitiveScore(float minScore) => inner.SetMinCompetitiveScore(minScore);

    public override float Score() => exact.Contains(inner.DocId) ? inner.Score() : inner.Score() * factor;
}
