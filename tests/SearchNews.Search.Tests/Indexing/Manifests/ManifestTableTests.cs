using System.Text;
using SearchNews.Articles.Diagnostics;
using SearchNews.Search.Indexing.Manifests;

namespace SearchNews.Search.Tests.Indexing.Manifests;

public sealed class ManifestTableTests
{
    [Fact]
    public void Set_Remove_Random_AreAsInADictionary()
    {
        Random random = Seeds.Random();
        var table = new ManifestTable();
        var expected = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
        for (int step = 0; step < 20_000; step++)
        {
            // At first more comes than goes, then less, so that the table grows and is cleared of what is no more.
            string id = $"news/über {random.Next(2_000)}";
            if (random.Next(20_000) > step / 2)
            {
                ManifestEntry entry = Draw(random, id);
                table.Set(entry).ShouldBe(expected.GetValueOrDefault(id) != entry);
                expected[id] = entry;
            }
            else
            {
                table.Remove(id).ShouldBe(expected.Remove(id));
            }

            table.Count.ShouldBe(expected.Count);
            table.GetValueOrDefault(id).ShouldBe(expected.GetValueOrDefault(id));
            if (step % 1_000 == 0) CheckAll(table, expected);
        }

        CheckAll(table, expected);
    }

    [Fact]
    public void TryAdd_AnotherExtensionOfAnIdThatIsThere_IsRefused()
    {
        var table = new ManifestTable();
        table.TryAdd("a.md"u8, 1, 2, default, ArticleOutcome.Indexed, null).ShouldBeTrue();
        table.TryAdd("a.Markdown"u8, 1, 2, default, ArticleOutcome.Indexed, null).ShouldBeFalse();
        table.TryAdd("a.md.md"u8, 1, 2, default, ArticleOutcome.Indexed, null).ShouldBeTrue();
        table.Keys.ShouldBe(["a", "a.md"]);
    }

    [Fact]
    public void Set_OneFileOverAndOver_KeepsTheTableSmall()
    {
        var table = new ManifestTable();
        table.Set(new ManifestEntry("a.md", 0, 0, default, ArticleOutcome.Indexed, null));
        for (int size = 1; size <= 10_000; size++) table.Set(new ManifestEntry("a.md", size, 0, default, ArticleOutcome.Indexed, null));
        table.ShouldHaveSingleItem().Value.Size.ShouldBe(10_000);
        table.SortedRows().ShouldAllBe(row => row < 16);
    }

    [Fact]
    public void Find_LongerThanAnyId_IsNotThere() => new ManifestTable().ContainsKey(new string('é', 5_000)).ShouldBeFalse();

    [Fact]
    public void TryAdd_ManyFiles_TakesLittleMoreThanTheirPaths()
    {
        const int Files = 50_000;

        // Columns, and the hash table with all that it was before.
        const int MostBytes = 80;
        byte[][] paths = [.. Enumerable.Range(0, Files).Select(i => Encoding.UTF8.GetBytes($"{i / 1_000:D6}/some-news-of-the-day-with-a-long-name-{i:D6}.md"))];
        var table = new ManifestTable();
        long before = GC.GetAllocatedBytesForCurrentThread();

        foreach (byte[] path in paths) table.TryAdd(path, 1, 2, default, ArticleOutcome.Indexed, null);

        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        (bytes / Files).ShouldBeLessThan(paths[0].Length + MostBytes);
        table.CountOf(ArticleOutcome.Indexed).ShouldBe(Files);
    }

    private static ManifestEntry Draw(Random random, string id)
    {
        string path = id + (random.Next(10) == 0 ? ".markdown" : ".md");
        bool isSkipped = random.Next(5) == 0;
        ArticleDiagnostic? problem = isSkipped ? new ArticleDiagnostic(path, 1, 2, DiagnosticCode.YamlSyntax, DiagnosticSeverity.Error, $"fault {random.Next(3)}") : null;
        return new ManifestEntry(path, random.Next(2), random.Next(2), new ContentHash(1, (ulong)random.Next(2)), isSkipped ? ArticleOutcome.Skipped : (ArticleOutcome)random.Next(2), problem);
    }

    private static void CheckAll(ManifestTable table, Dictionary<string, ManifestEntry> expected)
    {
        table.ShouldBe(expected, ignoreOrder: true);
        table.CountOf(ArticleOutcome.Skipped).ShouldBe(expected.Values.Count(entry => entry.Outcome == ArticleOutcome.Skipped));
        table.SortedRows().Select(row => table.EntryOf(row).Path).ShouldBe(expected.Values.Select(entry => entry.Path).Order(StringComparer.Ordinal));
    }
}
