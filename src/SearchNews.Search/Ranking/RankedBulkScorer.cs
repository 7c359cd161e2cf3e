using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;

namespace SearchNews.Search.Ranking;

/// <summary>The scorer of <see cref="RankedQuery"/> in bulk: the text is scored in bulk, and what that finds is added to on its way to the collector. Belongs to one thread.</summary>
internal sealed class RankedBulkScorer(BulkScorer text, RankedScores scores) : BulkScorer
{
    private Adding? _adding;

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        if (_adding?.Target != collector) _adding = new Adding(collector, scores);
        return text.Score(_adding, liveDocs, min, max);
    }

    /// <inheritdoc/>
    public override void Release() => text.Release();

    private sealed class Adding : LeafCollector
    {
        private readonly RankedScores _scores;

        public Adding(LeafCollector target, RankedScores scores)
        {
            Target = target;
            _scores = scores;
            Follow();
        }

        public LeafCollector Target { get; }

        public override void Collect(int doc, float score)
        {
            float ranked = _scores.Of(doc, score, Target.MinKeptScore);
            if (ranked < Target.MinCompetitiveScore) return;
            Target.Collect(doc, ranked);
            Follow();
        }

        private void Follow()
        {
            IsTerminated = Target.IsTerminated;
            float least = _scores.LeastText(Target.MinCompetitiveScore);
            if (least > MinCompetitiveScore) MinCompetitiveScore = least;
        }
    }
}
