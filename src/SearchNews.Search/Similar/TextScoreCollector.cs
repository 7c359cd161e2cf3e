using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.Similar;

/// <summary>Keeps every match with its text score: similarity multiplies that by factors which no bound foresees.</summary>
internal sealed class TextScoreCollector : Collector
{
    /// <summary>The matches in order of document.</summary>
    public List<ScoreDoc> Matches { get; } = [];

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.Complete;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(Matches, context.DocBase);

    private sealed class Leaf(List<ScoreDoc> matches, int docBase) : LeafCollector
    {
        public override void Collect(int doc, float score) => matches.Add(new ScoreDoc(docBase + doc, score));
    }
}
