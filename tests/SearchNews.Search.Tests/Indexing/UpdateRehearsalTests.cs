using SearchNews.Search.Indexing;

namespace SearchNews.Search.Tests.Indexing;

public sealed class UpdateRehearsalTests
{
    [Fact]
    public void Run_TwoArticlesOneChanged_HasBoth() => UpdateRehearsal.Run().ShouldBe(2);
}
