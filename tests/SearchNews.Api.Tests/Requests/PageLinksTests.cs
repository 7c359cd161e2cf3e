using SearchNews.Api.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Requests;

public sealed class PageLinksTests
{
    [Theory]
    [InlineData(null, 30, true, 1, 10, 10, true)]
    [InlineData(null, 30, true, 3, 10, 10, false)]
    [InlineData(10L, 30, true, 1, 10, 10, false)]
    [InlineData(11L, 30, true, 1, 10, 10, true)]
    [InlineData(null, 10, false, 1, 10, 10, true)]
    [InlineData(null, 10, false, 1, 10, 9, false)]
    [InlineData(null, 20_000, true, 999, 10, 10, true)]
    [InlineData(null, 20_000, true, 1_000, 10, 10, false)]
    public void HasNext_Response_CountsStoriesBeforeArticles(long? stories, long articles, bool exact, int page, int size, int hits, bool expected) =>
        PageLinks.HasNext(new TotalHits(stories, articles, exact), page, size, hits).ShouldBe(expected);
}
