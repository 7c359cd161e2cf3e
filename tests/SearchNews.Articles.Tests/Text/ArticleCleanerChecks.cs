using SearchNews.Articles.Text;

namespace SearchNews.Articles.Tests.Text;

/// <summary>What holds for text that was cleaned.</summary>
internal static class ArticleCleanerChecks
{
    public static void ShouldBeClean(string text)
    {
        ArticleCleaner.Clean(text).ShouldBe(text);
        text.Trim().ShouldBe(text);
        text.ShouldNotContain("  ");
    }
}
