using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Phrases;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Phrases of words whose positions are kept in memory, because they were asked for before: they find what an index that nobody asked before finds, document by document.</summary>
public sealed class FrequentPhraseTests : IDisposable
{
    private const int Documents = 30_000;
    private const int Asks = 4;

    // Of one of so many documents, so that its documents are numbers.
    private const int Sparse = 60;

    private static readonly string[] Words = ["w0", "w1", "w2", "w3", "w4", "s0", "s1"];

    private readonly MemoryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Search_PositionsInMemory_FindsTheSameHits(bool deletions)
    {
        Random random = Seeds.Random(deletions ? 1 : 0);
        Write(random, deletions);
        var asked = new IndexSearcher(DirectoryReader.Open(_directory));
        foreach (string word in Words) AskFor(asked, word);
        for (int i = 0; i < 120; i++)
        {
            PhraseQuery phrase = NextPhrase(random);
            BulkScorerOf(asked, phrase).ShouldBeOfType<FrequentPhraseBulkScorer>();
            TopDocs all = OneByOne(phrase);
            foreach ((int n, int threshold) in ((int, int)[])[(1, 0), (10, 0), (10, 1000), (Documents, int.MaxValue)])
            {
                TopDocs top = asked.Search(phrase, n, threshold);
                top.ScoreDocs.ShouldBe(all.ScoreDocs.Take(n), $"top {n}, threshold {threshold} of {phrase}");
                if (top.TotalHits.IsExact) top.TotalHits.ShouldBe(all.TotalHits);
                else top.TotalHits.Value.ShouldBeInRange(threshold + 1, all.TotalHits.Value);
            }
        }
    }

    [Fact]
    public void GetBulkScorer_Phrases_ReadsFilesUntilAskedForSeveralTimes()
    {
        Write(Seeds.Random(), deletions: false);
        var searcher = new IndexSearcher(DirectoryReader.Open(_directory));
        PhraseQuery phrase = Phrase(("w0", 0), ("w1", 1));
        for (int i = 1; i < Asks; i++) BulkScorerOf(searcher, phrase).ShouldBeOfType<PhraseBulkScorer>();
        BulkScorerOf(searcher, phrase).ShouldBeOfType<FrequentPhraseBulkScorer>();
        BulkScorerOf(searcher, Phrase(("w0", 0), ("w12", 1))).ShouldBeOfType<PhraseBulkScorer>();
        BulkScorerOf(searcher, Phrase(("w0", 0), ("w1", TermPositions.WordPositions))).ShouldBeOfType<PhraseBulkScorer>();
    }

    private static void AskFor(IndexSearcher searcher, string word)
    {
        for (int i = 0; i < Asks; i++) searcher.Search(Phrase((word, 0), (word, 1)), 1, totalHitsThreshold: 0);
    }

    // By the scorer that moves from document to document.
    private TopDocs OneByOne(PhraseQuery phrase)
    {
        var searcher = new IndexSearcher(DirectoryReader.Open(_directory));
        Weight weight = searcher.CreateWeight(phrase, ScoreMode.Complete, boost: 1f);
        LeafReader reader = searcher.Reader.Leaves[0].Reader;
        var hits = new List<ScoreDoc>();
        if (weight.GetScorer(searcher.Reader.Leaves[0]) is { } scorer)
        {
            for (int doc = scorer.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = scorer.NextDoc())
            {
                if (reader.LiveDocs?[doc] != false) hits.Add(new ScoreDoc(doc, scorer.Score()));
            }
        }

        return new TopDocs(new TotalHits(hits.Count, TotalHitsRelation.EqualTo), [.. hits.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Doc)]);
    }

    private static BulkScorer? BulkScorerOf(IndexSearcher searcher, Query query) =>
        searcher.CreateWeight(searcher.Rewrite(query), ScoreMode.TopScores, boost: 1f).GetBulkScorer(searcher.Reader.Leaves[0], ScoreMode.TopScores);

    private static PhraseQuery Phrase(params (string Word, int Position)[] words)
    {
        var phrase = new PhraseQuery.Builder();
        foreach ((string word, int position) in words) phrase.Add(new Term("body", word), position);
        return (PhraseQuery)phrase.Build();
    }

    // Two words or more, some at the same position or with a gap, some twice.
    private static PhraseQuery NextPhrase(Random random)
    {
        int position = random.Next(3);
        var words = new List<(string Word, int Position)>();
        for (int left = random.Next(2, 5); left > 0; left--)
        {
            words.Add((Some.Of(random, Words), position));
            position += random.Next(8) switch { 0 => 0, 1 => random.Next(2, 62 - position), _ => 1 };
            if (position > 50) break;
        }

        if (words.Count == 1) words.Add((Some.Of(random, Words), position));
        return Phrase([.. words]);
    }

    // Most are short; some stand beyond what the bits of a word tell of.
    private static string Text(Random random)
    {
        int length = random.Next(25) == 0 ? random.Next(60, 150) : random.Next(1, 20);
        string[] words = [.. Enumerable.Range(0, length).Select(_ => $"w{int.TrailingZeroCount(random.Next() | (1 << 14))}")];
        foreach (string word in (string[])["s0", "s1"])
        {
            if (random.Next(Sparse) == 0) words[random.Next(words.Length)] = word;
        }

        return string.Join(' ', words);
    }

    private void Write(Random random, bool deletions)
    {
        using var writer = new IndexWriter(_directory, new IndexWriterConfig { MergeAutomatically = false });
        for (int i = 0; i < Documents; i++) writer.AddDocument(new Document { new StringField("id", $"{i % 997}"), new TextField("body", Text(random)) });
        for (int i = 0; deletions && i < 997; i += 5) writer.DeleteDocuments(new Term("id", $"{i}"));
        writer.Commit();
    }
}
