using System.Globalization;

namespace SearchNews.Search.Facets;

/// <summary>The buckets of months in UTC. Remembers that of the last instant, since articles of one month often lie together. One thread.</summary>
/// <param name="buckets">The facet.</param>
internal sealed class MonthBuckets(FacetBuckets buckets)
{
    private const int MonthsOfYear = 12;

    private readonly Dictionary<int, FacetBucket> _known = [];
    private FacetBucket? _last;
    private long _start;
    private long _end;

    /// <summary>The bucket of an instant, made when it is new.</summary>
    /// <param name="instant">Milliseconds since 1970.</param>
    public FacetBucket Of(long instant)
    {
        if (_last is not null && instant >= _start && instant < _end) return _last;
        DateTime date = DateTimeOffset.FromUnixTimeMilliseconds(instant).UtcDateTime;
        var start = new DateTimeOffset(date.Year, date.Month, 1, 0, 0, 0, TimeSpan.Zero);
        _start = start.ToUnixTimeMilliseconds();
        _end = _start + ((long)DateTime.DaysInMonth(date.Year, date.Month) * TimeSpan.MillisecondsPerDay);
        int number = (date.Year * MonthsOfYear) + date.Month;
        if (_known.TryGetValue(number, out _last)) return _last;
        string month = start.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        _known[number] = _last = buckets.Of(month);
        _last.Use(month, articles: 1); // there is one way to write it
        return _last;
    }
}
