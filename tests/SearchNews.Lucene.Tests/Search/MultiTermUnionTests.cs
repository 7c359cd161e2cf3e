using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Documents with any of many terms, found window by window: the same as by looking at the terms of each document.</summary>
public sealed class MultiTermUnionTests : IDisposable
{
    private const int Docs = 16_000;

    private readonly MemoryDirectory _directory = new();
    private readonly List<string[]> _words = [];

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("text", false)]
    [InlineData("keyword", false)]
    [InlineData("text", true)]
    public void Search_ManyTerms_FindsTheDocumentsThatHaveOne(string field, bool deletions)
    {
        Random random = Seeds.Random(deletions ? 1 : 0);
        var searcher = new IndexSearcher(Index(random, deletions));
        for (int i = 0; i < 60; i++)
        {
            string start = Word(random)[..random.Next(3)];
            Query query = random.Next(4) switch
            {
                0 => new WildcardQuery(field, start + "*" + random.Next(10)),
                1 => new TermRangeQuery(field, start, start + "m", includesLower: true, includesUpper: false),
                _ => new PrefixQuery(field, start),
            };
            int[] expected = [.. Enumerable.Range(0, Docs).Where(doc => IsLive(doc, deletions) && _words[doc].Any(word => IsMatch(query, word)))];
            TopDocs all = searcher.Search(query, Docs);
            all.ScoreDocs.ShouldBe(expected.Select(doc => new ScoreDoc(doc, 1f)), $"{query}");
            searcher.Count(query).ShouldBe(expected.Length, $"{query}");
            foreach (int threshold in (int[])[0, 100, 1000, int.MaxValue])
            {
                TopDocs top = searcher.Search(query, 10, threshold);
                top.ScoreDocs.ShouldBe(all.ScoreDocs.Take(10), $"{query}, threshold {threshold}");
                if (top.TotalHits.IsExact) top.TotalHits.Value.ShouldBe(expected.Length);
                else top.TotalHits.Value.ShouldBeInRange(threshold + 1, expected.Length);
            }

            string other = Word(random);
            var both = new BooleanQuery.Builder().Add(new TermQuery(field, other), Occur.Filter).Add(query, Occur.Must).Build();
            searcher.Search(both, Docs).ScoreDocs.Select(hit => hit.Doc).ShouldBe(expected.Where(doc => _words[doc].Contains(other, StringComparer.Ordinal)), $"{both}");
        }
    }

    private static bool IsLive(int doc, bool deletions) => !deletions || doc % 7 != 3;

    private static bool IsMatch(Query query, string word) => query switch
    {
        PrefixQuery prefix => word.StartsWith(prefix.Prefix, StringComparison.Ordinal),
        TermRangeQuery range => string.CompareOrdinal(word, range.Lower) >= 0 && string.CompareOrdinal(word, range.Upper) < 0,
        WildcardQuery wildcard => word.StartsWith(wildcard.Pattern[..^2], StringComparison.Ordinal) && word[^1] == wildcard.Pattern[^1] && word.Length > wildcard.Pattern.Length - 2,
        _ => throw new ArgumentException($"{query}", nameof(query)),
    };

    /// <summary>Common words first: some are in a third of the documents, many in one.</summary>
    private static string Word(Random random)
    {
        int rank = (int)Math.Pow(5_000, random.NextDouble());
        return $"{(char)('a' + (rank % 5))}{(char)('g' + (rank % 7))}{rank}";
    }

    private DirectoryReader Index(Random random, bool deletions)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig { IdSeed = 1 }))
        {
            for (int doc = 0; doc < Docs; doc++)
            {
                string[] words = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word(random))];
                _words.Add(words);
                var document = new Document { new TextField("text", string.Join(' ', words)), new StringField("number", (doc % 7).ToString()) };
                foreach (string word in words) document.Add(new StringField("keyword", word));
                writer.AddDocument(document);
            }

            writer.ForceMerge(1);
            writer.Commit();
            if (deletions) writer.DeleteDocuments(new Term("number", "3"));
            writer.Commit();
        }

        return DirectoryReader.Open(_directory);
    }
}
