using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Pages;

/// <summary>Every state that a person can meet.</summary>
public sealed class PageStateTests(ApiFixture fixture)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

    private ApiServer Server => fixture.Server;

    [Theory]
    [InlineData("/", "Latest news – SearchNews")]
    [InlineData("/?q=azure+sql", "azure sql – SearchNews")]
    [InlineData("/?q=azure&page=2", "azure, page 2 – SearchNews")]
    [InlineData("/?q=azure&topic=AI&topic=-Web&site=example.org&since=7d&sort=newest&profile=fresh&match=any&group=none&minQuality=5&w.quality=1", "azure – SearchNews")]
    [InlineData("/?q=azure&from=2021-01-01&to=2021-02-01T10:00:00Z&size=100&typo=off&visibility=published&now=2021-03-01", "azure – SearchNews")]
    [InlineData("/?topic=AI", "Filtered news – SearchNews")]
    [InlineData("/stories", "Stories – SearchNews")]
    [InlineData("/stories?since=30d&sort=newest&topic=AI&page=2", "Stories on AI – SearchNews")]
    [InlineData("/similar?id=plain", "Similar articles: Ünï <b> – SearchNews")]
    [InlineData("/why?q=x&id=2021%2F09%2F30-ai", "Why is this here?: Ünï <b> – SearchNews")]
    [InlineData("/story?id=plain", "The whole story: (No title) – SearchNews")]
    public async Task Get_Page_IsWellFormedAndNamed(string target, string title) =>
        (await Server.GetAsync(target, ("Accept", Browser))).ShouldBePage().Title.ShouldBe(title);

    [Theory]
    [InlineData("/?size=0", 400, "size")]
    [InlineData("/?q=x&profle=fresh", 400, "profle")]
    [InlineData("/?sort=best", 400, "sort")]
    [InlineData("/?q=refused", 400, "q")]
    [InlineData("/stories?since=soon", 400, "since")]
    [InlineData("/similar", 400, "id")]
    [InlineData("/similar?id=plain&q=x", 400, "q")]
    [InlineData("/why?q=x", 400, "id")]
    [InlineData("/story?id=plain&size=3", 400, "size")]
    public async Task Get_ImpossibleParameter_SaysWhichAndKeepsTheSearch(string target, int status, string parameter)
    {
        ApiAnswer answer = await Server.GetAsync(target, ("Accept", Browser));
        IHtmlDocument page = answer.ShouldBePage((HttpStatusCode)status);
        page.QuerySelectorAll(".faults code").Select(c => c.TextContent).ShouldBe([parameter]);
        page.QuerySelector(".faults a")!.GetAttribute("href")!.ShouldStartWith("/");
        answer.Header("Cache-Control").ShouldContain("no-store");
        answer.Headers["ETag"].ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/?q=down", 503)]
    [InlineData("/?q=boom", 500)]
    [InlineData("/similar?id=nothing", 404)]
    [InlineData("/why?q=x&id=nothing", 404)]
    [InlineData("/story?id=nothing", 404)]
    [InlineData("/nothing", 404)]
    public async Task Get_Failure_IsAPageWithWaysOut(string target, int status)
    {
        IHtmlDocument page = (await Server.GetAsync(target, ("Accept", Browser))).ShouldBePage((HttpStatusCode)status);
        page.GetElementById("problem")!.GetAttribute("data-status").ShouldBe($"{status}");
        page.QuerySelector("#problem a[href='/']").ShouldNotBeNull();
        page.QuerySelectorAll("#problem a.button").Length.ShouldBe(status >= 500 ? 1 : 0);
    }

    [Fact]
    public async Task Get_PastTheDeadline_IsAPage()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Deadline = TimeSpan.FromMilliseconds(100) });
        (await server.GetAsync("/?q=slow", ("Accept", Browser))).ShouldBePage(HttpStatusCode.ServiceUnavailable).TextOf("#problem h1").ShouldBe("Search is not available right now");
    }

    [Fact]
    public async Task Get_NothingFound_OffersWaysOut()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Found = 0;
        server.Backend.Change = r => r with { DidYouMean = "azure sql" };
        IHtmlDocument page = (await server.GetAsync("/?q=azur+sqll&topic=AI")).ShouldBePage();
        page.TextOf("#nothing-found h2").ShouldBe("Nothing found for “azur sqll”");
        page.QuerySelectorAll("#nothing-found a").Select(a => a.GetAttribute("href"))
            .ShouldBe(["/?q=azure%20sql&topic=AI", "/?q=azur%20sqll", "/?q=azur%20sqll&match=any&topic=AI", "/"]);

        (await server.GetAsync("/")).ShouldBePage();
        (await server.GetAsync("/stories")).ShouldBePage().TextOf("#nothing-found h2").ShouldBe("No stories here");
    }

    [Fact]
    public async Task Get_EmptyIndex_SaysSo()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Found = 0;
        server.Backend.Change = r => r with { DidYouMean = null };
        (await server.GetAsync("/")).ShouldBePage().TextOf("#nothing-found h2").ShouldBe("There are no articles yet");
        (await server.GetAsync("/?q=x&page=3")).ShouldBePage().TextOf("#nothing-found h2").ShouldBe("There is no such page of results");
    }

    [Fact]
    public async Task Get_AnswerWithNews_TellsAllOfIt()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Change = r => r with
        {
            Meta = r.Meta with { Relaxed = true, Partial = true, Warnings = ["A * at the start of a word was ignored."], Query = new QueryInfo("x", "azure", ["w33", "w34"]) },
        };
        ApiAnswer answer = await server.GetAsync("/?q=azur");
        IHtmlDocument page = answer.ShouldBePage();
        page.QuerySelectorAll(".notice").Select(n => n.ClassName).ShouldBe(["notice notice-corrected", "notice notice-relaxed", "notice notice-partial", "notice notice-warning", "notice notice-warning"]);
        page.QuerySelectorAll(".notice-corrected a").Select(a => a.GetAttribute("href")).ShouldBe(["/?q=azure", "/?q=azur&typo=off"]);
        page.TextOf(".notice-warning").ShouldBe("Not searched for: w33, w34.");
        answer.Header("Cache-Control").ShouldBe("no-store");

        server.Backend.Change = r => r with { DidYouMean = "azure <b>" };
        page = (await server.GetAsync("/?q=azur")).ShouldBePage();
        page.TextOf(".notice-didyoumean").ShouldBe("Did you mean azure <b>?");
        page.QuerySelector(".notice-didyoumean a")!.GetAttribute("href").ShouldBe("/?q=azure%20%3Cb%3E");
    }

    [Fact]
    public async Task Get_SameAgain_IsNotModified()
    {
        ApiAnswer first = await Server.GetAsync("/?q=azure");
        first.Header("Cache-Control").ShouldBe("public, max-age=60, stale-while-revalidate=300");
        first.Header("Vary").ShouldBe("Accept, Accept-Encoding");
        ApiAnswer second = await Server.GetAsync("/?q=azure", ("If-None-Match", first.Header("ETag")));
        second.Status.ShouldBe(HttpStatusCode.NotModified);
        second.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_Page_HasTheHeadersAlone()
    {
        ApiAnswer head = await Server.SendAsync(HttpMethod.Head, "/?q=azure");
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Header("Content-Security-Policy").ShouldBe(PageHtml.Policy);
        head.Body.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("text/plain", "text/plain; charset=utf-8")]
    [InlineData("text/html;q=0, text/plain", "text/plain; charset=utf-8")]
    [InlineData("text/html", "text/html; charset=utf-8")]
    [InlineData("*/*", "text/html; charset=utf-8")]
    [InlineData("text/*", "text/html; charset=utf-8")]
    [InlineData("not a media type", "text/html; charset=utf-8")]
    public async Task Get_Root_IsWhatTheClientTakes(string accept, string contentType) =>
        (await Server.GetAsync("/", ("Accept", accept))).Header("Content-Type").ShouldBe(contentType);
}
