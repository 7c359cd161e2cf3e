using SearchNews.Api.Requests;

namespace SearchNews.Api.Tests.Requests;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("q=", "")]
    [InlineData("size=3|q=b", "?q=b&size=3")]
    [InlineData("topic=b|size=3|topic=a", "?size=3&topic=b&topic=a")]
    [InlineData("q=a&b=c d+é", "?q=a%26b%3Dc%20d%2B%C3%A9")]
    public void QueryOf_Pairs_HasOneSpelling(string pairs, string expected) => CanonicalUrl.QueryOf(Split(pairs)).ShouldBe(expected);

    private static IEnumerable<KeyValuePair<string, string>> Split(string pairs) =>
        pairs.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => KeyValuePair.Create(p[0], p[1]));
}
