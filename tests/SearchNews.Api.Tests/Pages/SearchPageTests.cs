using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SearchNews.Search.Facets;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Pages;

/// <summary>What the search page shows, and that it works as a plain form.</summary>
public sealed class SearchPageTests : IAsyncLifetime
{
    private ApiServer? _server;

    private ApiServer Server => _server!;

    public async ValueTask InitializeAsync()
    {
        _server = await ApiServer.StartAsync();
        _server.Backend.Dress = article => article with
        {
            Title = "A title",
            Excerpt = "An excerpt",
            Url = "https://example.org/a?b=1&c=2",
            Topics = ["AI", "Web & Co"],
            Provider = new ProviderInfo("Example", "example.org"),
            PublishedDateTime = FakeBackend.Now.AddHours(-5),
            Image = new ImageInfo("http://images.example.org/1.png", 100, 50),
            Story = new StoryInfo("s", 3, ["example.org"]),
            Type = "video",
        };
        _server.Backend.Change = answer => answer with
        {
            Facets = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal)
            {
                ["topic"] = [.. Enumerable.Range(1, 30).Select(i => new FacetValue($"Topic {i}", 100 - i))],
                ["month"] = [new FacetValue("2021-08", 9), new FacetValue("2021-05", 3), new FacetValue("no month", 1)],
            },
        };
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Fact]
    public async Task Get_Form_SearchesWithoutScript()
    {
        IHtmlDocument page = (await Server.GetAsync("/?q=a%22b&topic=AI&topic=-Web&to=2021-05-01T10:00:00Z&from=2021-01-01&minQuality=3")).ShouldBePage();
        var form = (IHtmlFormElement)page.GetElementById("search-form")!;
        form.Method.ShouldBe("get");
        form.GetAttribute("action").ShouldBe("/");
        form.QuerySelector("button[type=submit]").ShouldNotBeNull();
        string[] sent = [.. page.QuerySelectorAll("input, select")
            .Where(c => c is not IHtmlInputElement { Type: "checkbox", IsChecked: false })
            .Select(c => (Name: c.GetAttribute("name"), Value: c is IHtmlSelectElement select ? select.Value : ((IHtmlInputElement)c).Value))
            .Where(c => !string.IsNullOrEmpty(c.Value))
            .Select(c => $"{c.Name}={c.Value}")
            .Order(StringComparer.Ordinal)];
        sent.ShouldBe(["from=2021-01-01", "minQuality=3", "q=a\"b", "to=2021-05-01T10:00:00Z", "topic=-Web", "topic=AI"]);
    }

    [Fact]
    public async Task Get_Search_AsksForFacetsAndWhatTheAddressSays()
    {
        await Server.GetAsync("/?q=x&sort=newest&from=2021-01-01&since=7d&facets=topic&explain=2");
        SearchRequest asked = Server.Backend.LastSearch!;
        asked.Query.ShouldBe("x");
        asked.Sort.ShouldBe(SortOrder.Newest);
        asked.Filter.From.ShouldBe(new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));
        asked.Facets.ShouldBe(Enum.GetValues<FacetField>(), ignoreOrder: true);
        asked.Explain.ShouldBe(0);
        asked.TimeBudget.ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_Hit_HasAllItsParts()
    {
        IElement hit = (await Server.GetAsync("/?q=x&sort=relevance")).ShouldBePage().GetElementById("hit-1")!;
        var headline = (IHtmlAnchorElement)hit.QuerySelector("h2 a")!;
        headline.GetAttribute("href").ShouldBe("https://example.org/a?b=1&c=2");
        headline.Relation.ShouldBe("noopener noreferrer");
        IElement image = hit.QuerySelector(".thumb img")!;
        image.GetAttribute("src").ShouldBe("http://images.example.org/1.png");
        image.GetAttribute("loading").ShouldBe("lazy");
        image.GetAttribute("referrerpolicy").ShouldBe("no-referrer");
        image.GetAttribute("alt").ShouldBe("");
        hit.TextOf(".thumb .letter").ShouldBe("E");
        hit.TextOf("time").ShouldBe("29 Aug 2021");
        hit.TextOf(".kind").ShouldBe("video");
        hit.QuerySelectorAll(".topic").Select(a => a.GetAttribute("href")).ShouldBe(["/?q=x&sort=relevance&topic=AI", "/?q=x&sort=relevance&topic=Web%20%26%20Co"]);
        hit.QuerySelectorAll("[data-part]").Select(a => $"{a.TextContent} {a.GetAttribute("href")}")
            .ShouldBe(["3 articles in this story /story?id=hit-0", "Similar /similar?id=hit-0", "Why is this here? /why?q=x&id=hit-0&sort=relevance"]);
    }

    [Fact]
    public async Task Get_WithoutQuery_DoesNotExplain() =>
        (await Server.GetAsync("/")).ShouldBePage().QuerySelectorAll("[data-part=why]").ShouldBeEmpty();

    [Fact]
    public async Task Get_Highlights_AreMarks()
    {
        Func<ArticleResponse, ArticleResponse> dress = Server.Backend.Dress!;
        Server.Backend.Dress = article => dress(article) is SearchHit hit ? hit with { Highlights = new Highlights(["A <mark>title</mark> &lt;i&gt;"], ["one <mark>x</mark>", "<b>two</b> &amp;amp;"]) } : article;
        IElement hit = (await Server.GetAsync("/?q=x")).ShouldBePage().GetElementById("hit-1")!;
        hit.QuerySelector("h2 a")!.InnerHtml.ShouldBe("A <mark>title</mark> &lt;i&gt;");
        hit.QuerySelector(".snippet")!.InnerHtml.ShouldBe("one <mark>x</mark> … &lt;b&gt;two&lt;/b&gt; &amp;amp;");
    }

    [Fact]
    public async Task Get_Facet_ShowsAFewTheTickedAndTheRestToBeOpened()
    {
        IHtmlDocument page = (await Server.GetAsync("/?q=x&topic=topic+9&topic=Gone")).ShouldBePage();
        IElement topics = page.GetElementById("facet-topic")!;
        topics.QuerySelectorAll("input:checked").Select(i => i.GetAttribute("value")).ShouldBe(["Gone", "topic 9"], ignoreOrder: true);
        topics.QuerySelector("legend")!.TextContent.ShouldBe("Topic");
        page.QuerySelectorAll(".chips a").Select(a => a.GetAttribute("href")).ShouldBe(["/?q=x&topic=Gone", "/?q=x&topic=topic%209", "/?q=x"]);
    }

    [Fact]
    public async Task Get_FieldThatIsFilteredBy_IsCountedWithoutThatFilter()
    {
        // The backend tells back the query as the only value of a field that it counts by itself.
        IHtmlDocument page = (await Server.GetAsync("/?q=x&site=example.org")).ShouldBePage();
        page.QuerySelectorAll("#facet-provider .value").Select(v => v.TextContent).ShouldBe(["example.org", "x|Story"], ignoreOrder: true);
        page.QuerySelectorAll("#facet-topic > ul .value").Length.ShouldBe(7);
        page.QuerySelectorAll("#facet-topic details .value").Length.ShouldBe(23);
    }

    [Fact]
    public async Task Get_Months_AreBarsAndLinks()
    {
        IHtmlDocument page = (await Server.GetAsync("/?q=x&since=9y")).ShouldBePage();
        page.QuerySelectorAll("#facet-date svg rect").Select(r => $"{r.GetAttribute("x")} {r.GetAttribute("height")}").ShouldBe(["0 13.333", "18 40"]);
        page.QuerySelector("#facet-date svg")!.GetAttribute("aria-label").ShouldBe("Results by month, May 2021 to Aug 2021; most in Aug 2021: 9");
        page.QuerySelectorAll(".month-links a").Select(a => a.GetAttribute("href")).ShouldBe(["/?q=x&from=2021-08-01&to=2021-08-31", "/?q=x&from=2021-05-01&to=2021-05-31"]);
    }

    [Fact]
    public async Task Get_Pages_LinkToEachOther()
    {
        IHtmlDocument first = (await Server.GetAsync("/?q=x")).ShouldBePage();
        first.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")).ShouldBe(["/?q=x&page=2"]);
        IHtmlDocument second = (await Server.GetAsync("/?q=x&page=2")).ShouldBePage();
        second.QuerySelectorAll(".pager a").Select(a => a.GetAttribute("href")).ShouldBe(["/?q=x", "/?q=x&page=3"]);
        second.QuerySelector(".hits")!.GetAttribute("start").ShouldBe("11");
        (await Server.GetAsync("/?q=x&page=3")).ShouldBePage().QuerySelectorAll(".pager a").Select(a => a.GetAttribute("rel")).ShouldBe(["prev"]);
    }

    [Fact]
    public async Task Get_Head_HasFeedsAndTellsRobots()
    {
        IHtmlDocument search = (await Server.GetAsync("/?q=x&page=2&size=5&topic=AI")).ShouldBePage();
        search.QuerySelectorAll("head link[rel=alternate]").Select(l => $"{l.GetAttribute("type")} {l.GetAttribute("href")}").ShouldBe(
        [
            "application/rss+xml /v1/search.rss?q=x&topic=AI",
            "application/atom+xml /v1/search.atom?q=x&topic=AI",
            "application/feed+json /v1/search.json?q=x&topic=AI",
        ]);
        search.QuerySelectorAll(".feeds a").Select(a => a.GetAttribute("href")).ShouldBe(search.QuerySelectorAll("head link[rel=alternate]").Select(l => l.GetAttribute("href")));
        foreach (IElement feed in search.QuerySelectorAll(".feeds a")) ((int)(await Server.GetAsync(feed.GetAttribute("href")!)).Status).ShouldBe(200);
        search.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        search.QuerySelector("link[rel=canonical]").ShouldBeNull();
        search.QuerySelector("link[rel=search]")!.GetAttribute("href").ShouldBe("/opensearch.xml");

        IHtmlDocument home = (await Server.GetAsync("/")).ShouldBePage();
        home.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldBe("/");
        home.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("index, follow");
    }

    [Fact]
    public async Task Get_OwnProfile_IsOffered()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Profiles = [SearchNews.Search.Ranking.RankingProfile.Fresh with { Name = "ours" }] });
        IHtmlDocument page = (await server.GetAsync("/?profile=ours")).ShouldBePage();
        ((IHtmlSelectElement)page.GetElementById("profile")!).Value.ShouldBe("ours");
        page.QuerySelectorAll("#profile option").Select(o => o.TextContent).ShouldBe(["Balanced", "Fresh", "Archive", "Popular", "Ours"]);
        (await server.GetAsync("/?profile=none")).ShouldBePage().QuerySelectorAll("#profile option[selected]").Select(o => o.TextContent).ShouldBe(["None"]);
    }

    [Fact]
    public async Task Get_Box_CompletesByARouteOfTheService()
    {
        string route = (await Server.GetAsync("/")).ShouldBePage().GetElementById("q")!.GetAttribute("data-suggest")!;
        route.ShouldBe("/v1/suggest");
        (await Server.GetAsync(route + "?q=a")).Status.ShouldBe(System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_Why_ShowsPartsThatAddUp()
    {
        IHtmlDocument page = (await Server.GetAsync("/why?q=x&id=plain")).ShouldBePage();
        page.TextOf("#part .why-sentence").ShouldBe("plain for x");
        page.QuerySelectorAll("#part .why-bar rect").Sum(r => double.Parse(r.GetAttribute("width")!)).ShouldBe(100, 0.01);
        page.QuerySelectorAll("#part tbody tr").Select(r => r.QuerySelector(".number")!.TextContent).ShouldBe(["1.50"]);
        page.TextOf("#part tfoot .number").ShouldBe("1.50");
        page.QuerySelector("#q")!.GetAttribute("value").ShouldBe("x");
    }

    [Fact]
    public async Task Get_Similar_SaysWhatIsInCommon() =>
        (await Server.GetAsync("/similar?id=plain")).ShouldBePage().TextOf("#part .common").ShouldBe("In common: barracuda, sd-wan");

    [Fact]
    public async Task Get_Stories_LooksBackFromTheNewestArticle()
    {
        IHtmlDocument page = (await Server.GetAsync("/stories")).ShouldBePage();
        page.TextOf(".lead").ShouldBe("25 stories since 22 Aug 2021; the newest article is of 29 Aug 2021.");
        page.QuerySelectorAll(".story").Length.ShouldBe(10);
        page.QuerySelectorAll(".windows a[aria-current]").Select(a => a.TextContent).ShouldBe(["7 days", "Most covered"]);
        page.QuerySelector(".windows a")!.GetAttribute("href").ShouldBe("/stories?since=2021-08-26");
        page.QuerySelectorAll(".days tbody tr").Length.ShouldBe(1);
        page.QuerySelectorAll(".story .timeline circle").Length.ShouldBe(20);
        page.QuerySelector(".pager a")!.GetAttribute("href").ShouldBe("/stories?page=2");
    }
}
