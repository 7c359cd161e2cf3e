using SearchNews.Search.Responses;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Facets;

/// <summary>The values of one facet, case aside. One thread.</summary>
/// <param name="stories">Numbered stories, each counted once for a value.</param>
internal sealed class FacetBuckets(int stories)
{
    private readonly Dictionary<string, FacetBucket> _buckets = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<OrdCounts> _counts = [];
    private readonly StoryBuckets _stories = new(stories);

    /// <summary>The counts of values that have an ordinal, such as those of a segment.</summary>
    /// <param name="ordinals">How many there are.</param>
    /// <param name="spellingOf">The value of an ordinal.</param>
    public OrdCounts Begin(long ordinals, Func<long, string> spellingOf)
    {
        var counts = new OrdCounts(this, ordinals, spellingOf);
        _counts.Add(counts);
        return counts;
    }

    /// <summary>The bucket of a value, made when it is new.</summary>
    public FacetBucket Of(string value)
    {
        if (!_buckets.TryGetValue(value, out FacetBucket? bucket)) _buckets[value] = bucket = new FacetBucket(_buckets.Count);
        return bucket;
    }

    /// <summary>Counts a hit, unless it is another article of a story that was counted.</summary>
    public void Count(FacetBucket bucket, int story)
    {
        if (story == SnapshotStories.Alone || _stories.Add(story, bucket.Number)) bucket.Count++;
    }

    /// <summary>The values with a count: months newest first, others by falling count. Nothing may be counted afterwards.</summary>
    public IEnumerable<FacetValue> ToValues(FacetField field)
    {
        foreach (OrdCounts counts in _counts) counts.Finish();
        _counts.Clear();
        IEnumerable<FacetValue> values = _buckets.Values.Where(bucket => bucket.Count > 0).Select(bucket => new FacetValue(bucket.Value, bucket.Count));
        return field == FacetField.Month
            ? values.OrderByDescending(value => value.Value, StringComparer.Ordinal)
            : values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);
    }
}
