namespace SearchNews.Search.Embedded;

/// <summary>The order of hits: key falling, then newer first (no date last), then id ascending in ordinal order.</summary>
internal sealed class HitComparer
{
    private readonly ArticleSnapshot _snapshot;

    public HitComparer(ArticleSnapshot snapshot)
    {
        _snapshot = snapshot;
        BestFirst = Comparer<RankedHit>.Create(Compare);
    }

    /// <summary>The better hit is the smaller one.</summary>
    public Comparer<RankedHit> BestFirst { get; }

    private int Compare(RankedHit a, RankedHit b)
    {
        int order = b.Key.CompareTo(a.Key);
        if (order == 0) order = b.PublishedAt.CompareTo(a.PublishedAt);
        if (order == 0 && a.Doc != b.Doc) order = _snapshot.CompareIds(a.Doc, b.Doc);
        return order;
    }
}
