using System.Text;
using System.Text.Json;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Articles.FrontMatter;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests.FrontMatter;

/// <summary>With and without the reader of plain front matter, files give the same articles and the same diagnostics.</summary>
public sealed class PlainAgreementTests
{
    [Fact]
    public void Read_SampleArticles_AgreesAndIsNearlyAlwaysPlain() =>
        Compare(RepoRoot.Combine("index-data", "articles")).ShouldBeGreaterThan(0.96);

    [Fact]
    public void Read_BrokenArticles_Agrees() => Compare(RepoRoot.Combine("tests", "Fixtures", "broken-articles"));

    [Fact]
    public void Read_RealArticles_AgreesAndIsPlain()
    {
        Corpus.SkipUnlessAvailable();

        // The judge needs ten seconds for all of them.
        Compare(Corpus.AzureNewsFolder, every: LongTier.Rounds(20, 1)).ShouldBeGreaterThanOrEqualTo(0.99);
    }

    /// <summary>Small limits, so that the files break each of them somewhere.</summary>
    [Theory]
    [InlineData(3, 256)]
    [InlineData(64, 8)]
    [InlineData(1, 1)]
    public void Read_SampleArticlesWithSmallLimits_GivesTheSameDiagnostics(int depth, int keys) =>
        Compare(RepoRoot.Combine("index-data", "articles"), new ArticleLimits { Depth = depth, Keys = keys });

    [Fact]
    public void Read_GeneratedArticles_Agrees()
    {
        Random random = Seeds.Random();
        int plain = 0;
        int rounds = LongTier.Rounds(3_000, 300_000);
        for (int i = 0; i < rounds; i++)
            plain += YamlJudge.Agrees(SomeFrontMatter.Text(random)) ? 1 : 0;

        TestContext.Current.TestOutputHelper?.WriteLine($"{plain} of {rounds} plain");
        plain.ShouldBeGreaterThan(rounds / 2);
    }

    /// <summary>Reads all articles of a folder both ways; gives the share that is plain.</summary>
    private static double Compare(string folder, ArticleLimits? limits = null, int every = 1)
    {
        var both = new ArticleReader(limits);
        var reference = new ArticleReader(limits) { TriesPlain = false };
        IReadOnlyList<ArticleEntry> entries = new ArticleFolder(folder).Scan(TestContext.Current.CancellationToken).Entries;
        int plain = entries.Select((entry, i) => (entry, i)).AsParallel().Sum(item =>
        {
            ArticleEntry entry = item.entry;
            byte[] bytes = File.ReadAllBytes(entry.FullPath);
            if (item.i % every != 0)
                return IsPlain(bytes) ? 1 : 0;
            ArticleReadResult expected = reference.Read(entry.Id, entry.Path, bytes);
            ArticleReadResult actual = both.Read(entry.Id, entry.Path, bytes);

            actual.Diagnostics.ShouldBe(expected.Diagnostics, entry.Path);
            JsonSerializer.Serialize(actual.Article).ShouldBe(JsonSerializer.Serialize(expected.Article), entry.Path);
            return IsPlain(bytes) ? 1 : 0;
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{plain} of {entries.Count} plain");
        return (double)plain / entries.Count;
    }

    private static bool IsPlain(byte[] file)
    {
        FrontMatterBlock block = FrontMatterBlock.Find(file);
        return block.Status == FrontMatterStatus.Found
            && PlainSplit.Of(Encoding.UTF8.GetString(file.AsSpan()[block.Yaml]), ArticleLimits.Default.Depth) is not null;
    }
}
