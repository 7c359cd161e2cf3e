using System.Diagnostics;
using System.Text;
using SearchNews.Articles.Folders;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests;

/// <summary>The real articles, against the counts that were made without this code.</summary>
public sealed class CorpusArticlesTests
{
    [Fact]
    public void Read_RealArticles_GivesThePublishedCounts()
    {
        Corpus.SkipUnlessAvailable();
        long start = Stopwatch.GetTimestamp();

        List<Article> articles = ReadAll(Corpus.AzureNewsFolder);

        TestContext.Current.TestOutputHelper?.WriteLine($"{articles.Count} articles in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
        articles.Count.ShouldBe(4_958);
        articles.Count(a => a.Excerpt.Length == 0).ShouldBe(190);
        articles.Count(a => a.Title.Length == 0).ShouldBe(0);
        articles.Count(a => a.Removed).ShouldBe(1);
        articles.Count(a => a.Heat == -1).ShouldBe(3_638);
        articles.Count(a => a.Heat == 0).ShouldBe(40);
        articles.Count(a => a.Heat > 0).ShouldBe(1_280);
        articles.Max(a => a.Heat).ShouldBe(3_694);
        articles.Count(a => a.Quality == 0).ShouldBe(104);
        articles.Max(a => a.Quality).ShouldBe(136);
        articles.Count(a => a.Published == false).ShouldBe(4_334);
        articles.Count(a => a.OriginalUrl is null).ShouldBe(1_769);
        articles.Count(a => a.OriginalUrl is not null && a.OriginalUrl != a.WebUrl).ShouldBe(0);
        articles.Count(a => a.AmpWebUrl is not null).ShouldBe(1_047);
        articles.Count(a => a.Images.Count == 0).ShouldBe(2_305);
        articles.Count(a => a.RelatedCount == 0).ShouldBe(786);
        articles.Count(a => a.RelatedCount > 50).ShouldBe(1_170);
        articles.Max(a => a.RelatedCount).ShouldBe(179);
        articles.Sum(a => a.RelatedCount).ShouldBe(161_223);
        articles.Select(a => a.Provider!.Domain).Distinct(StringComparer.Ordinal).Count().ShouldBe(427);
        articles.Count(a => a.Provider!.Domain == "microsoft.com").ShouldBe(2_137);
        articles.SelectMany(a => a.Topics).Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        articles.Count(a => a.Topics.Count > 1).ShouldBe(1_409);
        articles.Count(a => a.Topics.Contains("Azure")).ShouldBe(4_958);
        articles.Min(a => a.PublishedAt).ShouldNotBeNull().Year.ShouldBe(2019);
        articles.Count(a => a.PublishedAt!.Value.Year == 2020).ShouldBe(3_007);
        articles.Count(a => a.PublishedAt!.Value.Year == 2021).ShouldBe(1_918);
        articles.Count(a => a.PublishedAt!.Value.TimeOfDay == TimeSpan.Zero).ShouldBe(43);
    }

    [Fact]
    public void Read_RealArticles_AreCleanTwiceAlike()
    {
        Corpus.SkipUnlessAvailable();

        foreach (ArticleEntry entry in Sample(Corpus.AzureNewsFolder, every: 25))
        {
            Article article = new ArticleReader().Read(ArticleFile.Load(entry)).Clean();
            Text.ArticleCleanerChecks.ShouldBeClean(article.Title);
            Text.ArticleCleanerChecks.ShouldBeClean(article.Excerpt);
        }
    }

    /// <summary>The forms other sites show: CRLF, a byte order mark.</summary>
    [Fact]
    public void Read_RealArticlesWithCrLf_GiveTheSameValues()
    {
        Corpus.SkipUnlessAvailable();
        var reader = new ArticleReader();

        foreach (ArticleEntry entry in Sample(Corpus.AzureNewsFolder, every: 50))
        {
            string text = File.ReadAllText(entry.FullPath);
            Article expected = reader.Read(ArticleFile.Load(entry)).Clean();

            byte[] windows = Encoding.UTF8.GetBytes("\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal));
            Article article = reader.Read(entry.Id, entry.Path, windows).Clean();

            article.Title.ShouldBe(expected.Title);
            article.Excerpt.ShouldBe(expected.Excerpt);
            article.PublishedAt.ShouldBe(expected.PublishedAt);
            article.Related.ShouldBe(expected.Related);
            article.ContentHash.ShouldNotBe(expected.ContentHash);
        }
    }

    [Fact]
    public void Read_SampleArticles_HaveNothingToReport() =>
        ReadAll(RepoRoot.Combine("index-data", "articles")).Count.ShouldBeGreaterThan(200);

    private static IEnumerable<ArticleEntry> Sample(string folder, int every) =>
        new ArticleFolder(folder).Scan(TestContext.Current.CancellationToken).Entries.Where((_, i) => i % every == 0);

    private static List<Article> ReadAll(string folder)
    {
        var reader = new ArticleReader();
        ArticleFolderScan scan = new ArticleFolder(folder).Scan(TestContext.Current.CancellationToken);
        scan.Diagnostics.ShouldBeEmpty();
        return [.. scan.Entries.AsParallel().AsOrdered().Select(entry => reader.Read(ArticleFile.Load(entry)).Clean())];
    }
}
