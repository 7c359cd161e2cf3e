using SearchNews.Api.Requests;

namespace SearchNews.Api.Tests.Requests;

public sealed class ArticleIdTests
{
    [Theory]
    [InlineData("/v1/articles/a%2Fb", "a%2Fb", "a/b")]
    [InlineData("/v1/articles/a%2fb/similar?size=3", "a%2fb", "a/b")]
    [InlineData("/v1/articles/a%252Fb", "a%2Fb", "a%2Fb")]
    [InlineData("/v1/articles/a%252Fb%2Fc", "a%2Fb%2Fc", "a%2Fb/c")]
    [InlineData("http://localhost/v1/articles/a%252Fb", "a%2Fb", "a%2Fb")]
    [InlineData("/news/v1/articles/%61%2F%62", "a%2Fb", "a/b")]
    [InlineData("/v1/search?x=/a%252Fb", "a%2Fb", "a/b")]
    [InlineData("", "a%2Fb", "a/b")]
    public void Decode_RawTarget_DecidesBetweenSlashAndItsSpelling(string rawTarget, string routeValue, string expected) =>
        ArticleId.Decode(rawTarget, routeValue).ShouldBe(expected);
}
