using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.Similar;

/// <summary>Keeps every match of at least a text score, in order of document.</summary>
/// <param name="least">The lowest score kept; when it is not positive, every match is.</param>
internal sealed class TextScoreCollector(float least) : Collector
{
    /// <summary>The matches in order of document.</summary>
    public List<ScoreDoc> Matches { get; } = [];

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => least > 0 ? ScoreMode.TopScores : ScoreMode.Complete;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(Matches, context.DocBase, least);

    private sealed class Leaf : LeafCollector
    {
        private readonly List<ScoreDoc> _matches;
        private readonly int _docBase;
        private readonly float _least;

        public Leaf(List<ScoreDoc> matches, int docBase, float least)
        {
            _matches = matches;
            _docBase = docBase;
            _least = least;
            MinCompetitiveScore = Math.Max(0, least);
        }

        public override void Collect(int doc, float score)
        {
            if (score >= _least) _matches.Add(new ScoreDoc(_docBase + doc, score));
        }

        public override void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            for (int i = 0; i < docs.Length; i++)
            {
                if (scores[i] >= _least) _matches.Add(new ScoreDoc(_docBase + docs[i], scores[i]));
            }
        }
    }
}
