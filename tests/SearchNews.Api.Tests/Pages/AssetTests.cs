using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SearchNews.Api.Pages.Assets;

namespace SearchNews.Api.Tests.Pages;

/// <summary>Scripts, styles and the icon of the pages.</summary>
public sealed class AssetTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    public static TheoryData<string> Names => [.. AssetCatalog.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Get_Asset_MayBeKeptForEver(string name)
    {
        ApiAnswer answer = await Server.GetAsync(AssetCatalog.Url(name));
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Cache-Control").ShouldBe("public, max-age=31536000, immutable");
        answer.Header("Vary").ShouldBe("Accept-Encoding");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("ETag").ShouldStartWith("\"");
        (await Server.GetAsync(AssetCatalog.Url(name), ("If-None-Match", answer.Header("ETag")))).Status.ShouldBe(HttpStatusCode.NotModified);
        (await Server.SendAsync(HttpMethod.Head, AssetCatalog.Url(name))).Body.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Get_Asset_NamesNoOtherHost(string name)
    {
        string text = (await Server.GetAsync(AssetCatalog.Url(name))).Body;
        Regex.Matches(text, @"(?:https?:)?//[a-z][\w.-]*\.[a-z]{2,}[^\s""]*", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(m => m.Value).ShouldBe(name == "icon.svg" ? ["http://www.w3.org/2000/svg"] : []);
        text.ShouldNotContain("innerHTML");
        text.ShouldNotContain("eval(");
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("BR;q=0, gzip", "gzip")]
    [InlineData("identity", "")]
    [InlineData("", "")]
    public async Task Get_Asset_IsInTheBestCoding(string accept, string coding)
    {
        ApiAnswer answer = await Server.GetAsync(AssetCatalog.Url("site.css"), ("Accept-Encoding", accept));
        answer.Header("Content-Encoding").ShouldBe(coding);
        answer.Header("ETag").Contains('-', StringComparison.Ordinal).ShouldBe(coding.Length > 0 || answer.Header("ETag")[1..^1].Contains('-', StringComparison.Ordinal));
        int plain = AssetCatalog.Find("site.css")!.Bytes.Length;
        int length = int.Parse(answer.Header("Content-Length"));
        if (coding.Length == 0) length.ShouldBe(plain);
        else length.ShouldBeLessThan(plain / 2);
    }

    [Fact]
    public async Task Get_OtherVersion_IsServedButNotKept()
    {
        ApiAnswer answer = await Server.GetAsync("/assets/older/site.css");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Cache-Control").ShouldBe("no-cache");
    }

    [Theory]
    [InlineData("nothing.js")]
    [InlineData("..%2Fsite.css")]
    [InlineData("site.css.map")]
    public async Task Get_UnknownAsset_IsNotThere(string name) => (await Server.GetAsync($"/assets/{AssetCatalog.Version}/{name}")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Get_Page_NamesOnlyAssetsThatExist()
    {
        IHtmlDocument page = (await Server.GetAsync("/?q=x")).ShouldBePage();
        string[] urls = [.. page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(l => l.GetAttribute("href")!), .. page.QuerySelectorAll("script").Select(s => s.GetAttribute("src")!)];
        urls.Length.ShouldBe(3);
        foreach (string url in urls) (await Server.GetAsync(url)).Status.ShouldBe(HttpStatusCode.OK, url);
    }

    [Fact]
    public async Task Get_Modules_ImportOnlyAssetsThatExist()
    {
        foreach (string name in AssetCatalog.Names.Where(n => n.EndsWith(".js", StringComparison.Ordinal)))
        {
            string text = (await Server.GetAsync(AssetCatalog.Url(name))).Body;
            foreach (Match import in Regex.Matches(text, "from \"\\./(?<name>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)))
                AssetCatalog.Names.ShouldContain(import.Groups["name"].Value, name);
        }
    }
}
