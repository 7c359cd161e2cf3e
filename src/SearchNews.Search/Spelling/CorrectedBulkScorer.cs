using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Spelling;

/// <summary>The scorer of <see cref="CorrectedQuery"/> in bulk. What is said of <see cref="CorrectedScorer"/> holds here too. Belongs to one thread.</summary>
/// <param name="inner">Matches and scores with corrections.</param>
/// <param name="exact">The documents that the words as typed match.</param>
/// <param name="factor">For what is not exact.</param>
internal sealed class CorrectedBulkScorer(BulkScorer inner, ScorerMatches exact, float factor) : BulkScorer
{
    private Lowering? _lowering;

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        if (_lowering?.Target != collector) _lowering = new Lowering(collector, exact, factor);
        return inner.Score(_lowering, liveDocs, min, max);
    }

    /// <inheritdoc/>
    public override void Release() => inner.Release();

    private sealed class Lowering : LeafCollector
    {
        private readonly ScorerMatches _exact;
        private readonly float _factor;

        public Lowering(LeafCollector target, ScorerMatches exact, float factor)
        {
            (Target, _exact, _factor) = (target, exact, factor);
            Follow();
        }

        public LeafCollector Target { get; }

        public override float MinKeptScore => Target.MinKeptScore;

        public override void Collect(int doc, float score)
        {
            Target.Collect(doc, _exact.Contains(doc) ? score : score * _factor);
            Follow();
        }

        private void Follow() => (IsTerminated, MinCompetitiveScore) = (Target.IsTerminated, Target.MinCompetitiveScore);
    }
}
