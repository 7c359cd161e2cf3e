using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Collects the documents of a union, all with the same score, many at a time, until that score is not wanted any more.</summary>
internal sealed class UnionBulkScorer : BulkScorer
{
    private const int BatchSize = 128;

    private readonly UnionIterator _union;
    private readonly float _score;
    private readonly int[] _docs = new int[BatchSize];
    private readonly float[] _scores = new float[BatchSize];

    public UnionBulkScorer(UnionIterator union, float score)
    {
        _union = union;
        _score = score;
        _scores.AsSpan().Fill(score);
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        int doc = _union.DocId < min ? _union.Advance(min) : _union.DocId;
        while (doc < max)
        {
            if (collector.MinCompetitiveScore > _score) return _union.Finish();
            if (liveDocs is null && collector.OnlyCounts(_score)) collector.Count(_union.Skip(max));
            else Collect(collector, liveDocs, max);
            doc = _union.DocId;
        }

        return doc;
    }

    private void Collect(LeafCollector collector, Bits? liveDocs, int max)
    {
        int count = _union.Read(max, _docs);
        if (liveDocs is not null) count = Competitive.KeepLive(_docs.AsSpan(0, count), [], liveDocs, _docs);
        collector.Collect(_docs.AsSpan(0, count), _scores.AsSpan(0, count));
    }
}
