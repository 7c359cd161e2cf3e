namespace SearchNews.Search.Facets;

/// <summary>Counts of one facet by ordinal, in arrays: a value is looked up when it is first met. One thread.</summary>
/// <param name="buckets">The facet.</param>
/// <param name="ordinals">How many ordinals there are.</param>
/// <param name="spellingOf">The value of an ordinal.</param>
internal sealed class OrdCounts(FacetBuckets buckets, long ordinals, Func<long, string> spellingOf)
{
    private readonly FacetBucket?[] _buckets = new FacetBucket?[ordinals];
    private readonly int[] _articles = new int[ordinals];

    /// <summary>Counts an article.</summary>
    /// <param name="ord">Its value.</param>
    /// <param name="story">Its story.</param>
    public void Add(long ord, int story)
    {
        _articles[ord]++;
        buckets.Count(_buckets[ord] ??= buckets.Of(spellingOf(ord)), story);
    }

    /// <summary>Tells the buckets how often each spelling was used; to be called once.</summary>
    public void Finish()
    {
        for (int ord = 0; ord < _articles.Length; ord++)
        {
            if (_articles[ord] > 0) _buckets[ord]!.Use(spellingOf(ord), _articles[ord]);
        }
    }
}
