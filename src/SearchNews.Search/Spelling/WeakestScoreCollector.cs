using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.Spelling;

/// <summary>Finds the lowest score of all matches.</summary>
internal sealed class WeakestScoreCollector : Collector
{
    /// <summary>The lowest score; positive infinity when nothing matched.</summary>
    public float Score { get; private set; } = float.PositiveInfinity;

    public override ScoreMode ScoreMode => ScoreMode.Complete;

    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this);

    private sealed class Leaf(WeakestScoreCollector owner) : LeafCollector
    {
        public override void Collect(int doc, float score) => owner.Score = Math.Min(owner.Score, score);
    }
}
