using SearchNews.Articles.Folders;

namespace SearchNews.Articles.Tests.Folders;

public sealed class ArticleEntriesTests
{
    private static readonly DateTimeOffset Time = new(2021, 8, 29, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Add_ManyFiles_TakesLittleMoreThanTheirPaths()
    {
        const int Files = 50_000;
        const int MostBytes = 48;
        string[] paths = [.. Enumerable.Range(0, Files).Select(i => $"{i / 1_000:D6}/some-news-of-the-day-with-a-long-name-{i:D6}.md")];
        var entries = new ArticleEntries("/news");
        long before = GC.GetAllocatedBytesForCurrentThread();

        foreach (string path in paths) entries.Add(path, 1, Time);
        entries.Sort();

        // What was ever allocated is more than what is held, and does not depend on what other tests do.
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        (bytes / Files).ShouldBeLessThan(paths[0].Length + MostBytes);
        entries[^1].ShouldBe(new ArticleEntry(paths[^1][..^3], paths[^1], "/news", 1, Time));
    }

    [Theory]
    [InlineData(".md")]
    [InlineData(".markdown")]
    public void RemoveDuplicates_AnyExtensionsOfOneId_KeepsTheFirst(string usual)
    {
        string[] paths = ["a" + usual, "b.MD", "b.Markdown", "b" + usual, "b.md.md", "b-c" + usual, "d.mD"];
        var entries = new ArticleEntries("/news");
        foreach (string path in paths) entries.Add(path, 1, Time);
        entries.Sort();

        List<(ArticleEntry Duplicate, ArticleEntry First)> removed = entries.RemoveDuplicates();

        removed.Select(pair => (pair.Duplicate.Path, pair.First.Path)).ShouldBe([("b.Markdown", "b.MD"), ("b" + usual, "b.MD")], ignoreOrder: true);
        entries.Select(entry => entry.Path).ShouldBe(paths.Except(["b.Markdown", "b" + usual], StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
