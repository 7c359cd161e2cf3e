using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Requests;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["q", "size", "since", "sort", "site", "page", "minQuality", "visibility"];

    [Theory]
    [InlineData("zise", "size")]
    [InlineData("sicne", "since")]
    [InlineData("SIZE", "size")]
    [InlineData("minqualty", "minQuality")]
    [InlineData("visbilty", "visibility")]
    [InlineData("pag", "page")]
    [InlineData("a", null)]
    [InlineData("Q", "q")]
    [InlineData("", null)]
    [InlineData("qq", "q")]
    [InlineData("xyz", null)]
    [InlineData("highlight", null)]
    public void Find_Mistyped_NamesTheNearest(string name, string? expected) => NearestName.Find(name, Names).ShouldBe(expected);
}
