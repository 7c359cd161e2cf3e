using System.Text;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Fuzzy queries give Lucene's totals, documents, order and scores.</summary>
public sealed class FuzzyOracleTests
{
    private const string Letters = "abcéß€語😀";

    /// <summary>Words near and far, in an index of three segments whose dictionaries are full of neighbours.</summary>
    [Fact]
    public void Search_RandomWords_ScoresAsLucene()
    {
        using var folder = new TempFolder();
        Random random = Seeds.Random();
        using (var directory = new FileSystemDirectory(folder.Path))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig { MergeAutomatically = false, Analyzer = new WhitespaceAnalyzer() }))
        {
            for (int i = 0; i < 900; i++)
            {
                writer.AddDocument(new Document { new StringField("id", $"doc{i}", stored: true), new TextField("body", string.Join(' ', Enumerable.Range(0, random.Next(30)).Select(_ => Word(random)))) });
                if (i is 300 or 450) writer.Flush();
            }

            writer.Commit();
        }

        using var comparison = new OracleComparison(folder.Path);
        comparison.Reader.Leaves.Count.ShouldBe(3);
        string[] words = comparison.Words("body");
        int count = LongTier.Rounds(fast: 250, full: 2_000);
        comparison.Compare([.. Enumerable.Range(0, count).Select(_ => Query(random, "body", random.Next(4) == 0 ? Word(random) : Mutated(random, words[random.Next(words.Length)])))]);
    }

    /// <summary>The words of made-up English text, as people mistype them.</summary>
    [Theory]
    [InlineData("simple", "body", 60, 500)]
    [InlineData("multi", "body", 60, 500)]
    public void Search_MistypedWords_ScoresAsLucene(string kind, string field, int fast, int full)
    {
        using var comparison = new OracleComparison(Oracle.SharedIndex(kind));
        Random random = Seeds.Random();
        string[] words = comparison.Words(field);
        comparison.Compare([.. Enumerable.Range(0, LongTier.Rounds(fast, full)).Select(_ => Query(random, field, Mutated(random, words[random.Next(words.Length)])))]);
    }

    private static FuzzyQuery Query(Random random, string field, string word) =>
        new(new Term(field, word), random.Next(6) == 0 ? random.Next(3) : 2, random.Next(3) == 0 ? random.Next(5) : 0, Some.Of(random, 50, 50, 50, 1, 7, 300), random.Next(4) > 0);

    private static string Word(Random random)
    {
        Rune[] letters = [.. Letters.EnumerateRunes()];
        int alphabet = random.Next(2, letters.Length + 1);
        return string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => letters[random.Next(alphabet)]));
    }

    private static string Mutated(Random random, string word)
    {
        List<Rune> letters = [.. word.EnumerateRunes()];
        for (int edits = random.Next(4); edits > 0 && letters.Count > 1; edits--)
        {
            int at = random.Next(letters.Count - 1);
            switch (random.Next(4))
            {
                case 0: letters.RemoveAt(at); break;
                case 1: letters.Insert(at, letters[^1]); break;
                case 2: letters[at] = letters[random.Next(letters.Count)]; break;
                default: (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]); break;
            }
        }

        return string.Concat(letters);
    }
}
