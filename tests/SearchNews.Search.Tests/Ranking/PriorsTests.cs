using SearchNews.Articles;
using SearchNews.Search.Embedded;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Ranking;

public sealed class PriorsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2021, 8, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly TestIndex _index = TestIndex.Of(
        Signals("plain", 60, 160, Now.AddDays(-14)),
        Signals("future", 180, 180, Now.AddHours(3)),
        Signals("member", 20, -1, Now) with { Related = [.. Enumerable.Range(0, 5).Select(i => new RelatedArticle($"{i}", null, null))] },
        Signals("bare", null, null, null),
        Signals("negative", -5, 10_000, Now.AddDays(-42)),
        Signals("heatOnly", null, 300, null));

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("plain", 0.5)]
    [InlineData("future", 0.75)]
    [InlineData("member", 0.25)]
    [InlineData("negative", 0)]
    [InlineData("bare", 0.375)] // the middle of 0, .25, .5 and .75
    [InlineData("heatOnly", 0.375)]
    public void Quality_OfArticle_IsQOverQPlus60OrMedian(string id, double q) =>
        Balanced(6).Quality(Columns, Doc(id)).ShouldBe((float)(0.5 * Math.Log(7) * 0.2 * q), 1e-7f);

    [Theory]
    [InlineData("plain", 0.5)] // (160 - 60) / 20 = 5
    [InlineData("future", 0)]
    [InlineData("member", 0.5)] // -1: its own 5 related articles
    [InlineData("bare", 0)]
    [InlineData("negative", 50.0 / 55)] // capped at 50
    [InlineData("heatOnly", 15.0 / 20)] // 300 / 20
    public void Coverage_OfArticle_IsCOverCPlus5(string id, double c) =>
        Balanced(6).Coverage(Columns, Doc(id)).ShouldBe((float)(0.5 * Math.Log(7) * 0.2 * c), 1e-7f);

    [Theory]
    [InlineData("plain", 0.5)] // 14 days old
    [InlineData("future", 1)] // not yet published: age 0
    [InlineData("member", 1)]
    [InlineData("bare", 0)]
    [InlineData("negative", 0.25)] // 42 days
    public void Recency_OfArticle_HalvesInFourteenDays(string id, double r) =>
        Balanced(6).Recency(Columns, Doc(id)).ShouldBe((float)(0.5 * Math.Log(7) * 0.6 * r), 1e-7f);

    [Fact]
    public void Recency_Fresh_HalvesInThreeDays()
    {
        var priors = new Priors(RankingProfile.Fresh, null, 6, Now);
        priors.Recency(Columns, Doc("plain")).ShouldBe((float)(0.75 * Math.Log(7) * 0.8 / (1 + (14 / 3.0))), 1e-7f);
        priors.Recency(Now.AddYears(1).ToUnixTimeMilliseconds()).ShouldBe((float)(0.75 * Math.Log(7) * 0.8));
    }

    [Fact]
    public void Overrides_Given_ReplaceTheProfilesWeights()
    {
        var priors = new Priors(RankingProfile.Balanced, new PriorOverrides(Quality: 2, Recency: 0), 6, Now);
        priors.Quality(1f).ShouldBe((float)(0.5 * Math.Log(7) * 2));
        priors.Coverage(1f).ShouldBe((float)(0.5 * Math.Log(7) * 0.2));
        priors.Recency(Now.ToUnixTimeMilliseconds()).ShouldBe(0);
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("classic", true)]
    [InlineData("balanced", false)]
    [InlineData("archive", false)]
    public void AreZero_Profile_TellsWhetherAnythingIsAdded(string profile, bool zero) =>
        new Priors(RankingProfile.Find(profile)!, null, 1000, Now).AreZero.ShouldBe(zero);

    [Theory]
    [InlineData("2021-08-29T12:04:59.9Z", "2021-08-29T12:00:00Z")]
    [InlineData("2021-08-29T12:05:00Z", "2021-08-29T12:05:00Z")]
    [InlineData("2021-08-29T14:07:00+02:00", "2021-08-29T12:05:00Z")]
    public void Now_Given_IsRoundedDownToFiveMinutes(string now, string rounded) =>
        new Priors(RankingProfile.Balanced, null, 1, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).Now
            .ShouldBe(DateTimeOffset.Parse(rounded, System.Globalization.CultureInfo.InvariantCulture));

    private SignalColumns Columns => _index.Snapshot.Columns[0];

    private static Priors Balanced(long docCount) => new(RankingProfile.Balanced, null, docCount, Now);

    private static Article Signals(string id, double? quality, double? heat, DateTimeOffset? published) =>
        SomeArticles.Titled(id, "title " + id) with { Quality = quality, Heat = heat, PublishedAt = published };

    private int Doc(string id) => _index.Snapshot.FindDocument(id);
}
