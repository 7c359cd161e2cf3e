using AngleSharp.Html.Dom;
using SearchNews.Api.Pages.Search;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Pages;

public sealed class WordBeginningTests
{
    [Theory]
    [InlineData("kube", "kube*")]
    [InlineData("azure ku", "azure ku*")]
    [InlineData("\"azure sql\" ser", "\"azure sql\" ser*")]
    [InlineData("title:azure ku", "title:azure ku*")]
    [InlineData("früh", "früh*")]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("k", null)]
    [InlineData("azure k", null)]
    [InlineData("kube ", null)]
    [InlineData("kube*", null)]
    [InlineData("kube~", null)]
    [InlineData("-kube", null)]
    [InlineData("title:kube", null)]
    [InlineData("\"azure ku", null)]
    [InlineData("azure AND", null)]
    [InlineData("c#", null)]
    [InlineData("😀", null)]
    public void Of_Query_IsAPrefixOfPlainWordsOnly(string? query, string? expected) => WordBeginning.Of(query).ShouldBe(expected);

    [Theory]
    [InlineData(499, true)]
    [InlineData(500, false)]
    public void Of_LongQuery_StaysWithinTheLimit(int length, bool isThere) => (WordBeginning.Of(new string('a', length)) is not null).ShouldBe(isThere);

    [Fact]
    public async Task Get_NothingHasTheWord_ShowsWhatBeginsSo()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.Change = r => r.Meta.Query?.Parsed == "kube*" ? r : r with { Total = new TotalHits(0, 0, true), Hits = [] };
        IHtmlDocument page = (await server.GetAsync("/?q=kube")).ShouldBePage();
        page.TextOf(".notice-beginning").ShouldBe("Shown are articles with a word that begins with “kube”.");
        page.QuerySelectorAll(".hit").Length.ShouldBe(10);
        page.QuerySelectorAll(".hit a[href^='/why']")[0].GetAttribute("href")!.ShouldContain("q=kube%2A");
        page.QuerySelector("#q")!.GetAttribute("value").ShouldBe("kube");

        page = (await server.GetAsync("/?q=nothing")).ShouldBePage();
        page.QuerySelector(".notice-beginning").ShouldBeNull();
        page.QuerySelectorAll(".hit").ShouldBeEmpty();
    }
}
