using SearchNews.Lucene.Index;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Embedded;

/// <summary>What the documents of one segment are ordered by. Documents are asked for in ascending order; belongs to one thread.</summary>
internal sealed class SegmentOrder
{
    private readonly SortOrder _sort;
    private readonly int _docBase;
    private readonly long[] _publishedAt;
    private readonly NumericDocValues? _values;

    /// <summary>Opens the columns that the order needs.</summary>
    public SegmentOrder(ArticleSnapshot snapshot, SortOrder sort, LeafReaderContext context)
    {
        _sort = sort;
        _docBase = context.DocBase;
        _publishedAt = snapshot.Columns[context.Ord].PublishedAt;
        _values = sort switch
        {
            SortOrder.Quality => context.Reader.GetNumericDocValues(ArticleFields.Quality),
            SortOrder.Coverage => context.Reader.GetNumericDocValues(ArticleFields.Coverage),
            _ => null,
        };
    }

    /// <summary>A document of the segment with its place in the order.</summary>
    public RankedHit HitOf(int doc, float score)
    {
        long published = _publishedAt[doc];
        return new RankedHit(_docBase + doc, KeyOf(doc, score, published), published);
    }

    private double KeyOf(int doc, float score, long published) => _sort switch
    {
        SortOrder.Relevance => score,
        SortOrder.Newest => published == SignalColumns.NoDate ? double.NegativeInfinity : published,
        SortOrder.Oldest => published == SignalColumns.NoDate ? double.NegativeInfinity : -(double)published,
        _ => _values is not null && _values.AdvanceExact(doc) ? BitConverter.Int64BitsToDouble(_values.LongValue) : double.NegativeInfinity,
    };
}
