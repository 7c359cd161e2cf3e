using System.Net;

namespace SearchNews.Api.Tests.Caching;

public sealed class ConditionalGetTests
{
    private const string Target = "/v1/search?q=azure&size=3";

    [Theory]
    [InlineData("{0}")]
    [InlineData("\"other\", {0}")]
    [InlineData("{1}")]
    public async Task Get_KnownTag_Is304WithoutSearching(string form)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        string tag = (await server.GetAsync(Target)).Header("ETag");
        ApiAnswer answer = await server.GetAsync(Target, ("If-None-Match", string.Format(null, form, tag, tag[2..])));
        answer.Status.ShouldBe(HttpStatusCode.NotModified);
        answer.Body.ShouldBeEmpty();
        answer.Header("ETag").ShouldBe(tag);
        answer.Header("Cache-Control").ShouldStartWith("public");
        server.Backend.Searches.ShouldBe(1);
    }

    [Theory]
    [InlineData(Target, 304)]
    [InlineData("/v1/info", 304)]
    [InlineData("/v1/articles/plain", 304)]
    [InlineData("/opensearch.xml", 304)]
    [InlineData("/openapi/v1.json", 304)]
    [InlineData("/v1/articles/nothing", 404)]
    [InlineData("/v1/search?size=0", 400)]
    public async Task Get_AnyTagKnown_Is304ForWhatThereIs(string target, int status)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        ApiAnswer answer = await server.GetAsync(target, ("If-None-Match", "*"));
        ((int)answer.Status).ShouldBe(status);
        if (status == 304) answer.Body.ShouldBeEmpty();
        if (status == 304) answer.Header("ETag").ShouldBe((await server.GetAsync(target)).Header("ETag"));
    }

    [Theory]
    [InlineData("/v1/search?size=3&q=azure", true)]
    [InlineData("/v1/search?size=3&q=azure&topic=", false)]
    [InlineData("/v1/search?q=azur%65&size=3", true)]
    [InlineData("/v1/search?q=azure&size=4", false)]
    [InlineData("/v1/search?q=azure", false)]
    [InlineData("/v1/info", false)]
    public async Task Get_OtherTarget_HasTheSameTagOnlyForTheSameQuestion(string target, bool same)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        string tag = (await server.GetAsync(Target)).Header("ETag");
        ((await server.GetAsync(target)).Header("ETag") == tag).ShouldBe(same);
    }

    [Theory]
    [InlineData("/v1/search.rss?q=azure", false)]
    [InlineData("/v1/search.atom?q=azure", false)]
    [InlineData("/v1/search.json?q=azure", false)]
    [InlineData("/v1/suggest.opensearch?q=az", false)]
    [InlineData(Target, true)]
    public async Task Get_OtherNameOfThisServer_HasTheSameTagOnlyForAnswersWithoutAddresses(string target, bool same)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        string tag = (await server.GetAsync(target, ("Host", "127.0.0.1"))).Header("ETag");
        ApiAnswer answer = await server.GetAsync(target, ("Host", "localhost"), ("If-None-Match", tag));
        answer.Status.ShouldBe(same ? HttpStatusCode.NotModified : HttpStatusCode.OK);
        (answer.Header("ETag") == tag).ShouldBe(same);
    }

    [Fact]
    public async Task Get_TextWithTheTagOfThePage_IsTheText()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        ApiAnswer page = await server.GetAsync("/", ("Accept", "text/html"));
        ApiAnswer text = await server.GetAsync("/", ("Accept", "text/plain"), ("If-None-Match", page.Header("ETag")));
        text.Status.ShouldBe(HttpStatusCode.OK);
        text.Body.ShouldContain("/v1/search");
        text.Header("Vary").ShouldBe(page.Header("Vary"));
    }

    [Theory]
    [InlineData("https", "https://news.example/")]
    [InlineData("javascript", "http://news.example/")]
    public async Task Get_SchemeFromAProxy_IsOneOfTheWeb(string scheme, string start)
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Proxies = ["127.0.0.1"], AllowedHosts = ["news.example"] });
        (string, string)[] headers = [("Host", "news.example"), ("X-Forwarded-For", "192.0.2.1"), ("X-Forwarded-Proto", scheme)];
        (await server.GetAsync("/v1/search.json?q=azure", headers)).Body.ShouldContain($"\"home_page_url\":\"{start}");
        (await server.GetAsync("/opensearch.xml", headers)).Body.ShouldContain($"template=\"{start}");
    }

    [Fact]
    public async Task Get_OtherSynonyms_HasAnotherTag()
    {
        await using LiveIndex index = await LiveIndex.StartAsync();
        string tag = (await index.Server.GetAsync("/v1/search?q=moon&now=2021-08-01")).Header("ETag");
        await File.WriteAllTextAsync(index.Synonyms, "moon, ai", TestContext.Current.CancellationToken);
        index.Backend.Refresh();
        ApiAnswer answer = await index.Server.GetAsync("/v1/search?q=moon&now=2021-08-01", ("If-None-Match", tag));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Body.ShouldContain("(moon OR ai)");
        (await index.Server.GetAsync("/readyz")).Body.ShouldContain("\"ready\"");
    }

    [Theory]
    [InlineData(Target, 299, true)]
    [InlineData(Target, 300, false)]
    [InlineData(Target + "&now=2021-08-01", 300, true)]
    [InlineData("/v1/articles/plain", 300, true)]
    public async Task Get_Later_HasAnotherTagWhereTheClockCounts(string target, int seconds, bool same)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        string tag = (await server.GetAsync(target)).Header("ETag");
        server.Time.Advance(TimeSpan.FromSeconds(seconds));
        ((await server.GetAsync(target)).Header("ETag") == tag).ShouldBe(same);
    }

    [Theory]
    [InlineData(Target)]
    [InlineData("/v1/articles/plain")]
    [InlineData("/v1/articles/plain/similar")]
    [InlineData("/v1/info")]
    public async Task Get_AfterACommit_IsAnsweredAnew(string target)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        string tag = (await server.GetAsync(target)).Header("ETag");
        server.Backend.Commit++;
        ApiAnswer answer = await server.GetAsync(target, ("If-None-Match", tag));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("ETag").ShouldNotBe(tag, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("&bogus=")]
    [InlineData("&bogus=%20")]
    public async Task Get_WrongQuestionWithTheTagOfARightOne_Is400(string more)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        string tag = (await server.GetAsync(Target)).Header("ETag");
        (await server.GetAsync(Target + more, ("If-None-Match", tag))).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("\"nothing\"")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task Get_UnknownTag_IsAnswered(string tag)
    {
        await using ApiServer server = await ApiServer.StartAsync();
        (await server.GetAsync(Target, ("If-None-Match", tag))).ShouldBeJson();
    }
}
