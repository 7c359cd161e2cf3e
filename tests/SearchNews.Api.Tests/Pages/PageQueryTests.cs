using SearchNews.Api.Pages;

namespace SearchNews.Api.Tests.Pages;

public sealed class PageQueryTests
{
    private static readonly PageQuery Query = new([new("topic", "AI"), new("q", "a b"), new("topic", "Web"), new("page", "3"), new("from", " ")]);

    [Fact]
    public void Url_Query_IsCanonical() => Query.Url("/").ShouldBe("/?q=a%20b&page=3&topic=AI&topic=Web");

    [Fact]
    public void With_Value_ReplacesAndBeginsAnew()
    {
        Query.With("topic", "X").Url("/").ShouldBe("/?q=a%20b&topic=X");
        Query.With("q", null).Url("/").ShouldBe("/?topic=AI&topic=Web");
    }

    [Fact]
    public void Without_NameOrValue_Drops()
    {
        Query.Without("topic").Url("/").ShouldBe("/?q=a%20b");
        Query.WithoutValue("topic", "AI").Url("/").ShouldBe("/?q=a%20b&topic=Web");
    }

    [Fact]
    public void OnPage_Number_KeepsTheRest()
    {
        Query.OnPage(4).Url("/x").ShouldBe("/x?q=a%20b&page=4&topic=AI&topic=Web");
        Query.OnPage(1).Url("/").ShouldBe("/?q=a%20b&topic=AI&topic=Web");
        PageQuery.Empty.Url("/").ShouldBe("/");
    }
}
