using System.Globalization;
using SearchNews.Search.Facets;

namespace SearchNews.Search.Tests.Facets;

public sealed class MonthBucketsTests
{
    [Fact]
    public void Of_RandomInstants_IsTheBucketOfTheirMonth()
    {
        Random random = Seeds.Random();
        var buckets = new FacetBuckets(stories: 0);
        var months = new MonthBuckets(buckets);
        DateTimeOffset near = new(2020, 2, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset[] edges = [near.AddMilliseconds(-1), near, near.AddMonths(1).AddMilliseconds(-1), near.AddMonths(1), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch];
        for (int round = 0; round < 5_000; round++)
        {
            long instant = (random.Next(3) switch
            {
                0 => edges[random.Next(edges.Length)],
                1 => near.AddMinutes(random.Next(-100_000, 100_000)),
                _ => new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks), TimeSpan.Zero),
            }).ToUnixTimeMilliseconds();
            FacetBucket bucket = months.Of(instant);
            string month = DateTimeOffset.FromUnixTimeMilliseconds(instant).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            bucket.Value.ShouldBe(month);
            bucket.ShouldBeSameAs(buckets.Of(month));
        }
    }
}
