using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Requests;

public sealed class SearchParametersTests
{
    private static readonly DateTimeOffset Now = new(2021, 8, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parse_Nothing_GivesTheDefaults()
    {
        SearchRequest request = Parse("");
        request.Query.ShouldBeNull();
        (request.Match, request.Typo).ShouldBe((MatchPolicy.All, TypoPolicy.Auto));
        request.Page.ShouldBe(1);
        request.Size.ShouldBe(10);
        request.Sort.ShouldBeNull();
        request.Filter.IsEmpty.ShouldBeTrue();
        request.Profile.ShouldBe("balanced");
        request.Weights.ShouldBeNull();
    }

    [Fact]
    public void Parse_EveryParameter_IsTaken()
    {
        SearchRequest request = Parse("q=moon landing&match=most&typo=off&page=3&size=20&sort=oldest&from=2020-01-02&to=2020-02-03&site=nasa.gov&site=-esa.int&topic=Space"
            + "&type=video&category=science&minQuality=10.5&minHeat=3&visibility=published&profile=fresh&w.quality=0.5&w.recency=2&now=2020-05-01T10:00:00Z&explain=2");
        request.Query.ShouldBe("moon landing");
        (request.Match, request.Typo).ShouldBe((MatchPolicy.Most, TypoPolicy.Off));
        (request.Page, request.Size, request.Sort, request.Explain).ShouldBe((3, 20, SortOrder.Oldest, 2));
        request.Filter.From.ShouldBe(new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero));
        request.Filter.To.ShouldBe(new DateTimeOffset(2020, 2, 3, 23, 59, 59, 999, TimeSpan.Zero));
        request.Filter.Sites.ShouldBe(["nasa.gov", "-esa.int"]);
        request.Filter.MinQuality.ShouldBe(10.5);
        request.Filter.Visibility.ShouldBe(Visibility.Published);
        request.Profile.ShouldBe("fresh");
        request.Weights.ShouldBe(new PriorOverrides(0.5, null, 2));
        request.Now.ShouldBe(new DateTimeOffset(2020, 5, 1, 10, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("24h", "2021-08-28T12:00:00Z")]
    [InlineData("7d", "2021-08-22T12:00:00Z")]
    [InlineData("2w", "2021-08-15T12:00:00Z")]
    [InlineData("3mo", "2021-05-29T12:00:00Z")]
    [InlineData("1y", "2020-08-29T12:00:00Z")]
    [InlineData("2021-08-01", "2021-08-01T00:00:00Z")]
    [InlineData("2021-08-01T02:00:00+02:00", "2021-08-01T00:00:00Z")]
    public void Parse_Since_IsCountedFromNow(string since, string expected) =>
        Parse($"since={since}").Filter.From.ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("to=9999-12-31", "9999-12-31T23:59:59.999Z")]
    [InlineData("to=9999-12-30", "9999-12-30T23:59:59.999Z")]
    [InlineData("to=0001-01-01", "0001-01-01T23:59:59.999Z")]
    [InlineData("to=9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    public void Parse_LastAndFirstDays_AreDays(string text, string expected) =>
        Parse(text).Filter.To.ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("qq=x", "qq", "did you mean 'q'")]
    [InlineData("Size=3", "Size", "did you mean 'size'")]
    [InlineData("sicne=3d", "sicne", "did you mean 'since'")]
    [InlineData("zzzzzzzzz=3", "zzzzzzzzz", "known are")]
    [InlineData("size=0", "size", "from 1 to 100")]
    [InlineData("size=101", "size", "from 1 to 100")]
    [InlineData("size=ten", "size", "'ten'")]
    [InlineData("size=5&size=6", "size", "given 2 times")]
    [InlineData("page=1001", "page", "at most 10000")]
    [InlineData("match=some", "match", "all, most, any")]
    [InlineData("typo=on", "typo", "auto, off")]
    [InlineData("sort=best", "sort", "relevance")]
    [InlineData("from=yesterday", "from", "ISO 8601")]
    [InlineData("from=2021-13-01", "from", "ISO 8601")]
    [InlineData("to=9999-12-31T23:59:59-05:00", "to", "ISO 8601")]
    [InlineData("to=0001-01-01T00:00:00+05:00", "to", "ISO 8601")]
    [InlineData("from=2021-08-29T12:00:00 05:00", "from", "%2B")]
    [InlineData("since=2021-08-29T12:00:00 05:00", "since", "%2B")]
    [InlineData("site=-", "site", "excludes nothing")]
    [InlineData("topic=a&topic=-", "topic", "excludes nothing")]
    [InlineData("since=7days", "since", "24h")]
    [InlineData("since=99999y", "since", "24h")]
    [InlineData("from=2021-02-01&to=2021-01-01", "from", "later than")]
    [InlineData("from=2021-02-01&since=1d", "since", "together")]
    [InlineData("profile=best", "profile", "balanced")]
    [InlineData("w.quality=2.1", "w.quality", "from 0 to 2")]
    [InlineData("w.quality=NaN", "w.quality", "from 0 to 2")]
    [InlineData("minQuality=NaN", "minQuality", "number")]
    [InlineData("explain=3", "explain", "from 0 to 2")]
    public void Parse_Impossible_NamesTheParameterAndTheWayOut(string query, string parameter, string message)
    {
        InvalidRequestException e = Should.Throw<InvalidRequestException>(() => Parse(query));
        e.Errors.Keys.ShouldBe([parameter]);
        string.Join(" ", e.Errors[parameter]).ShouldContain(message);
    }

    [Fact]
    public void Parse_SeveralErrors_NamesAll() =>
        Should.Throw<InvalidRequestException>(() => Parse("size=0&page=x&match=no")).Errors.Keys.ShouldBe(["match", "page", "size"]);

    [Fact]
    public void Parse_BlankValues_AreNotGiven()
    {
        SearchRequest request = Parse("q=&match=&page=&size= &sort=&from=&to=&since=&site=&topic=&minQuality=&visibility=&profile=&w.quality=&now=&explain=");

        (request with { Filter = new ArticleFilter() }).ShouldBe(new SearchRequest { Filter = new ArticleFilter() });
        request.Filter.From.ShouldBeNull();
        request.Filter.Sites.ShouldBeEmpty();
    }

    [Fact]
    public void Parse_SinceAfterTo_NamesSince() =>
        Should.Throw<InvalidRequestException>(() => Parse("since=1d&to=2000-01-01")).Errors.Keys.ShouldBe(["since"]);

    [Fact]
    public void Parse_QueryAtItsLimit_Passes() => Parse("q=" + new string('a', 500)).Query!.Length.ShouldBe(500);

    [Fact]
    public void Parse_QueryOverItsLimit_IsRefused() =>
        Should.Throw<InvalidRequestException>(() => Parse("q=" + new string('a', 501))).Errors["q"][0].ShouldContain("at most 500");

    [Fact]
    public void ParseSimilar_Parameters_AreTaken()
    {
        SearchParameters.ParseSimilar("a/b", Pairs("size=5&windowDays=7&includeStory=1")).ShouldBe(new SimilarRequest("a/b", 5, 7, true));
        Should.Throw<InvalidRequestException>(() => SearchParameters.ParseSimilar("a", Pairs("windowDays=0"))).Errors.Keys.ShouldBe(["windowDays"]);
    }

    [Fact]
    public void ParseExplain_WithoutId_IsRefused() =>
        Should.Throw<InvalidRequestException>(() => SearchParameters.ParseExplain(Pairs("q=x"), Now)).Errors.Keys.ShouldBe(["id"]);

    private static SearchRequest Parse(string query) => SearchParameters.Parse(Pairs(query), Now);

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string query) =>
        query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1]));
}
