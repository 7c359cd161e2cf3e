using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Spelling;

/// <summary>Finds the lowest score of the matches that the words as typed match too, and the highest of the others.</summary>
/// <param name="exact">What the words as typed match, bound for no scores.</param>
internal sealed class TierScoreCollector(Weight exact) : Collector
{
    /// <summary>The lowest score of an exact match; positive infinity when there is none.</summary>
    public float Weakest { get; private set; } = float.PositiveInfinity;

    /// <summary>The highest score of another match; null when there is none.</summary>
    public float? Best { get; private set; }

    public override ScoreMode ScoreMode => ScoreMode.Complete;

    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this, new ScorerMatches(exact.GetScorer(context)));

    private sealed class Leaf(TierScoreCollector owner, ScorerMatches exact) : LeafCollector
    {
        public override void Collect(int doc, float score)
        {
            if (exact.Contains(doc)) owner.Weakest = Math.Min(owner.Weakest, score);
            else owner.Best = Math.Max(owner.Best ?? score, score);
        }
    }
}
