using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Feeds;

public sealed class FeedEndpointTests(ApiFixture fixture)
{
    private const string Cached = "public, max-age=60, stale-while-revalidate=300";

    private ApiServer Server => fixture.Server;

    public static TheoryData<string> Extensions => [.. FeedChecks.Extensions];

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Get_Search_IsAFeedThatBreaksNoRule(string extension)
    {
        ApiAnswer answer = await Server.GetAsync($"/v1/search.{extension}?q=azure+%3Csql%3E&topic=security");

        answer.ShouldBeFeed(extension);
        answer.Header("Cache-Control").ShouldBe(Cached);
        answer.Header("Vary").ShouldBe("Accept-Encoding");
        answer.Header("Server-Timing").ShouldStartWith("search;dur=1.25");
        FeedChecks.IdsOf(answer.Body, extension).Length.ShouldBe(10);
        FeedChecks.PageOf(answer.Body, extension, "self").ShouldBe($"{Server.Address}v1/search.{extension}?q=azure%20%3Csql%3E&topic=security");
        answer.Body.ShouldContain(extension == "rss" ? "SearchNews: azure &#x3C;sql&gt; (topic security)" : extension == "atom" ? "SearchNews: azure &lt;sql&gt; (topic security)" : "SearchNews: azure <sql> (topic security)");
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Get_HostileArticles_BreakNoRule(string extension)
    {
        Random random = Seeds.Random();
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Found = 2_000;
        server.Backend.MakeHit = number => HostileHits.Make(Seeds.Of(Seeds.Current, (int)number), number);
        var ids = new List<string>();
        for (int page = 1; page <= 20; page++)
        {
            string group = page % 2 == 0 ? "story" : "none";
            ApiAnswer answer = await server.GetAsync($"/v1/search.{extension}?size=100&page={page}&group={group}&q={Uri.EscapeDataString(new Rune(0x1F600) + HostileHits.Text(random).Replace("\uD800", "", StringComparison.Ordinal))}");
            answer.ShouldBeFeed(extension);
            ids.AddRange(FeedChecks.IdsOf(answer.Body, extension));
        }

        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(2_000);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Get_NothingFound_IsAFeedWithoutItems(string extension)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Found = 0;
        ApiAnswer answer = await server.GetAsync($"/v1/search.{extension}");
        answer.ShouldBeFeed(extension);
        FeedChecks.IdsOf(answer.Body, extension).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Get_Next_LeadsThroughAllItemsOnce(string extension)
    {
        var ids = new List<string>();
        for (string? next = $"/v1/search.{extension}?size=7&q=x"; next is not null;)
        {
            ApiAnswer answer = await Server.GetAsync(next);
            answer.ShouldBeFeed(extension);
            ids.AddRange(FeedChecks.IdsOf(answer.Body, extension));
            if (ids.Count > 7 && extension != "json")
            {
                FeedChecks.PageOf(answer.Body, extension, "first").ShouldBe($"{Server.Address}v1/search.{extension}?q=x&size=7");
                FeedChecks.PageOf(answer.Body, extension, "previous")!.ShouldContain("page=");
            }

            next = FeedChecks.PageOf(answer.Body, extension, "next");
        }

        ids.Count.ShouldBe(25);
        ids.ShouldBeUnique(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Get_KnownTag_Is304UntilTheIndexChanges(string extension)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        string target = $"/v1/search.{extension}?q=azure";
        string tag = (await server.GetAsync(target)).Header("ETag");
        tag.ShouldStartWith("W/\"");
        server.Time.Advance(TimeSpan.FromDays(1));

        ApiAnswer known = await server.GetAsync(target, ("If-None-Match", tag));
        known.Status.ShouldBe(HttpStatusCode.NotModified);
        known.Body.ShouldBeEmpty();
        known.Header("ETag").ShouldBe(tag);
        known.Header("Cache-Control").ShouldBe(Cached);
        server.Backend.Searches.ShouldBe(1);

        server.Backend.Commit++;
        (await server.GetAsync(target, ("If-None-Match", tag))).ShouldBeFeed(extension);
    }

    [Theory]
    [InlineData("?since=7d", false)]
    [InlineData("?sort=relevance&q=x", false)]
    [InlineData("?sort=quality&q=x", true)]
    [InlineData("?since=7d&now=2021-08-01", true)]
    public async Task Get_Later_HasAnotherTagWhereTheClockCounts(string query, bool same)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        string tag = (await server.GetAsync("/v1/search.atom" + query)).Header("ETag");
        server.Time.Advance(TimeSpan.FromHours(1));
        ((await server.GetAsync("/v1/search.atom" + query)).Header("ETag") == tag).ShouldBe(same);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Head_Feed_HasTheHeadersAndNoBody(string extension)
    {
        ApiAnswer get = await Server.GetAsync($"/v1/search.{extension}?q=azure");
        ApiAnswer head = await Server.SendAsync(HttpMethod.Head, $"/v1/search.{extension}?q=azure");
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Body.ShouldBeEmpty();
        foreach (string name in (string[])["Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary"]) head.Header(name).ShouldBe(get.Header(name), name);
    }

    [Theory]
    [InlineData("rss", "application/rss+xml, application/xml;q=0.9", true)]
    [InlineData("rss", "text/xml", true)]
    [InlineData("rss", "application/rss+xml;q=0", false)]
    [InlineData("atom", "application/atom+xml", true)]
    [InlineData("atom", "application/json", false)]
    [InlineData("json", "application/json", true)]
    [InlineData("json", "application/feed+json", true)]
    [InlineData("json", "application/rss+xml", false)]
    [InlineData("json", "text/html,*/*;q=0.1", true)]
    public async Task Get_Accept_IsTheTypeOrItsFamily(string extension, string accept, bool accepted)
    {
        ApiAnswer answer = await Server.GetAsync("/v1/search." + extension, ("Accept", accept));
        if (accepted) answer.ShouldBeFeed(extension);
        else answer.ShouldBeProblem(406, "not-acceptable").GetProperty("detail").GetString()!.ShouldContain(FeedChecks.MediaTypeOf(extension));
    }

    [Theory]
    [InlineData("", SortOrder.Newest)]
    [InlineData("?q=x", SortOrder.Newest)]
    [InlineData("?q=x&sort=relevance", SortOrder.Relevance)]
    public async Task Get_Order_IsNewestUnlessAskedFor(string query, SortOrder expected)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        (await server.GetAsync("/v1/search.rss" + query)).ShouldBeFeed("rss");
        server.Backend.LastSearch!.Sort.ShouldBe(expected);
        server.Backend.LastSearch.Relax.ShouldBeFalse();
        server.Backend.LastSearch.Size.ShouldBe(10);
        (await server.GetAsync("/v1/search" + query)).ShouldBeJson();
        server.Backend.LastSearch.Relax.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Get_Impossible_IsTheProblemOfTheSearch(string extension)
    {
        JsonElement problem = (await Server.GetAsync($"/v1/search.{extension}?topics=x&size=0", ("Accept", FeedChecks.MediaTypeOf(extension)))).ShouldBeProblem(400, "invalid-request");
        problem.GetProperty("errors").GetProperty("topics")[0].GetString()!.ShouldContain("'topic'");
        (await Server.GetAsync($"/v1/search.{extension}?q=boom")).ShouldBeProblem(500, "internal");
        (await Server.GetAsync($"/v1/search.{extension}?q=down")).ShouldBeProblem(503, "unavailable");
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task Get_OutOfTime_IsNotKept(string extension)
    {
        ApiAnswer answer = await Server.GetAsync($"/v1/search.{extension}?q=late");
        answer.ShouldBeFeed(extension);
        answer.Header("Cache-Control").ShouldBe("no-store");
        answer.Header("ETag").ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Search_LinksToItsFeeds()
    {
        JsonElement links = (await Server.GetAsync("/v1/search?size=20&page=2&topic=a&q=x&explain=1&facets=type&topic=-b")).ShouldBeJson().GetProperty("links");
        links.GetProperty("rss").GetString().ShouldBe("/v1/search.rss?q=x&size=20&topic=a&topic=-b");
        links.GetProperty("atom").GetString().ShouldBe("/v1/search.atom?q=x&size=20&topic=a&topic=-b");
        (await Server.GetAsync(links.GetProperty("rss").GetString()!)).ShouldBeFeed("rss");
        (await Server.GetAsync(links.GetProperty("atom").GetString()!)).ShouldBeFeed("atom");
    }

    [Fact]
    public async Task Get_Article_IsToldWhole()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Found = 1;
        server.Backend.MakeHit = _ => new SearchHit
        {
            Id = "2021/a",
            Title = "R&D <b>",
            Excerpt = "1 < 2 & \"3\"",
            PublishedDateTime = new DateTimeOffset(2021, 8, 29, 14, 0, 0, TimeSpan.FromHours(2)),
            UpdatedDateTime = new DateTimeOffset(2021, 8, 30, 0, 0, 0, 500, TimeSpan.Zero),
            Url = "https://bücher.example/a?b=c&d=é",
            Provider = new ProviderInfo("Bücher & Co", "bücher.example"),
            Topics = ["AI", "AI", " "],
            Image = new ImageInfo("https://i.example/x.JPG?w=3", 640, null),
        };
        string rss = (await server.GetAsync("/v1/search.rss")).Body;
        XElement item = XDocument.Parse(rss).Descendants("item").Single();
        rss.ShouldContain("<title>R&#x26;D &#x3C;b&gt;</title>");
        rss.ShouldContain("<description>1 &amp;lt; 2 &amp;amp; &amp;quot;3&amp;quot;</description>");
        item.Element("link")!.Value.ShouldBe("https://xn--bcher-kva.example/a?b=c&d=%C3%A9");
        item.Element("pubDate")!.Value.ShouldBe("Sun, 29 Aug 2021 12:00:00 GMT");
        item.Elements("category").Select(c => c.Value).ShouldBe(["AI"]);
        item.Elements().Single(e => e.Name.LocalName == "creator").Value.ShouldBe("Bücher & Co");
        XElement image = item.Elements().Single(e => e.Name.LocalName == "content");
        image.Attributes().Select(a => $"{a.Name}={a.Value}").ShouldBe(["url=https://i.example/x.JPG?w=3", "medium=image", "type=image/jpeg", "width=640"]);

        string atom = (await server.GetAsync("/v1/search.atom")).Body;
        atom.ShouldContain("<updated>2021-08-30T00:00:00.5Z</updated>");
        atom.ShouldContain("<published>2021-08-29T12:00:00Z</published>");
        atom.ShouldContain("<summary type=\"text\">1 &lt; 2 &amp; \"3\"</summary>");
        atom.ShouldContain("<link rel=\"enclosure\" type=\"image/jpeg\" href=\"https://i.example/x.JPG?w=3\" />");

        JsonElement json = (await server.GetAsync("/v1/search.json")).Json.GetProperty("items")[0];
        json.GetProperty("content_text").GetString().ShouldBe("1 < 2 & \"3\"");
        json.GetProperty("date_modified").GetString().ShouldBe("2021-08-30T00:00:00.5Z");
        json.GetProperty("authors")[0].GetProperty("name").GetString().ShouldBe("Bücher & Co");
        json.GetProperty("tags").EnumerateArray().Select(t => t.GetString()).ShouldBe(["AI"]);
        json.GetProperty("image").GetString().ShouldBe("https://i.example/x.JPG?w=3");
    }

    [Fact]
    public async Task Get_ArticleWithoutAddressOrDate_LinksToItsAnswerAndHasTheDateOfTheIndex()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Found = 1;
        server.Backend.MakeHit = _ => new SearchHit { Id = "2021/09/30-ai", Excerpt = "Only words of an excerpt that is long enough to be cut where a word ends, not within one" };
        XElement item = XDocument.Parse((await server.GetAsync("/v1/search.rss")).Body).Descendants("item").Single();
        item.Element("pubDate").ShouldBeNull();
        item.Element("title")!.Value.ShouldBe("Only words of an excerpt that is long enough to be cut where a word ends, not…");
        (await server.GetAsync(item.Element("link")!.Value)).ShouldBeJson().GetProperty("id").GetString().ShouldBe("2021/09/30-ai");
        (await server.GetAsync("/v1/search.atom")).Body.ShouldContain("<updated>2021-08-29T12:00:00Z</updated>");
        (await server.GetAsync("/v1/search.json")).Json.GetProperty("items")[0].TryGetProperty("date_published", out _).ShouldBeFalse();
    }
}
