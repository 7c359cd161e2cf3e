using System.Globalization;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Facets;

/// <summary>The values of one facet, case aside. One thread.</summary>
internal sealed class FacetBuckets
{
    private readonly Dictionary<string, FacetBucket> _buckets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The bucket of a value, made when it is new.</summary>
    public FacetBucket Of(string value)
    {
        if (!_buckets.TryGetValue(value, out FacetBucket? bucket)) _buckets[value] = bucket = new FacetBucket();
        return bucket;
    }

    /// <summary>The values with a count: months newest first, others by falling count.</summary>
    public IEnumerable<FacetValue> ToValues(FacetField field)
    {
        IEnumerable<FacetValue> values = _buckets.Values.Where(bucket => bucket.Count > 0).Select(bucket => new FacetValue(bucket.Value, bucket.Count));
        return field == FacetField.Month
            ? values.OrderByDescending(value => value.Value, StringComparer.Ordinal)
            : values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);
    }

    /// <summary>The month of an instant, in UTC.</summary>
    public static string MonthOf(long publishedAt) => DateTimeOffset.FromUnixTimeMilliseconds(publishedAt).ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
