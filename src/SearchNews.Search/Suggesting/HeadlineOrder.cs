using SearchNews.Lucene.Index;
using SearchNews.Search.Embedded;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Suggesting;

/// <summary>
/// The order of headlines: quality, coverage and age as the balanced profile weighs them, then newer, then id. Ages are counted from the newest article, or from the clock
/// when that is earlier: the order is the same as long as the index is.
/// </summary>
internal sealed class HeadlineOrder
{
    private readonly ArticleSnapshot _snapshot;
    private readonly Priors _priors;

    public HeadlineOrder(ArticleSnapshot snapshot, DateTimeOffset clock)
    {
        _snapshot = snapshot;
        DateTimeOffset now = snapshot.NewestArticle is { } newest && newest < clock ? newest : clock;
        _priors = new Priors(RankingProfile.Balanced, overrides: null, snapshot.DocCount, now);
        BestFirst = new HitComparer(snapshot).BestFirst;
    }

    /// <summary>Better hits are smaller.</summary>
    public IComparer<RankedHit> BestFirst { get; }

    /// <summary>A document with its place in the order.</summary>
    /// <param name="leaf">Its segment.</param>
    /// <param name="doc">Its number in the segment.</param>
    public RankedHit HitOf(LeafReaderContext leaf, int doc)
    {
        SignalColumns columns = _snapshot.Columns[leaf.Ord];
        float key = _priors.Quality(columns, doc) + _priors.Coverage(columns, doc) + _priors.Recency(columns, doc);
        return new RankedHit(leaf.DocBase + doc, key, columns.PublishedAt[doc]);
    }
}
