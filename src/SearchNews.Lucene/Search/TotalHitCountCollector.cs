using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Counts matching documents.</summary>
public sealed class TotalHitCountCollector : Collector
{
    /// <summary>Documents counted so far.</summary>
    public int TotalHits { get; private set; }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this);

    private sealed class Leaf(TotalHitCountCollector owner) : LeafCollector
    {
        public override void Collect(int doc, float score) => owner.TotalHits++;

        public override void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores) => owner.TotalHits += docs.Length;

        public override bool OnlyCounts(float score) => true;

        public override void Count(int docs) => owner.TotalHits += docs;
    }
}
