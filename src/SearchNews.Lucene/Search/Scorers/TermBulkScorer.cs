using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Collects all documents of one term, block by block.</summary>
internal sealed class TermBulkScorer : BulkScorer
{
    private readonly TermBlocks _blocks;
    private readonly bool _needsScores;

    public TermBulkScorer(TermBlocks blocks, ScoreMode scoreMode)
    {
        _blocks = blocks;
        _needsScores = scoreMode.NeedsScores();
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        _blocks.Advance(min);
        while (_needsScores ? _blocks.ReadScored(max) : _blocks.Read(max))
        {
            Span<int> docs = _blocks.Docs;
            Span<float> scores = _blocks.Scores;
            int count = liveDocs is null ? docs.Length : KeepLive(liveDocs, docs, scores);
            collector.Collect(docs[..count], scores[..count]);
        }

        return _blocks.DocId;
    }

    private static int KeepLive(Bits liveDocs, Span<int> docs, Span<float> scores)
    {
        int count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            if (!liveDocs[docs[i]]) continue;
            docs[count] = docs[i];
            scores[count++] = scores[i];
        }

        return count;
    }
}
