using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search.Scorers;

/// <summary>
/// Two segments of a real index with deletions, whose words are from nearly everywhere to nearly nowhere, some of them often repeated within a document: blocks of frequencies that are all 1, and others.
/// </summary>
internal sealed class WrittenSegments : IDisposable
{
    private const string Text = "text";

    private static readonly double[] Chances = [0.9, 0.5, 0.5, 0.3, 0.1, 0.1, 0.03, 0.01, 0.002];

    private readonly MemoryDirectory _directory = new();

    /// <summary>Writes the index.</summary>
    /// <param name="random">The source.</param>
    /// <param name="documents">How many.</param>
    /// <param name="allHaveText">False to leave the field out here and there, so that its norms are sparse.</param>
    public WrittenSegments(Random random, int documents, bool allHaveText)
    {
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig { MergeAutomatically = false }))
        {
            for (int i = 0; i < documents; i++)
            {
                var document = new Document { new StringField("id", $"{i}", stored: false), new StringField("kind", $"kind{random.Next(3)}") };
                if (allHaveText || random.Next(4) > 0) document.Add(new TextField(Text, Words(random)));
                document.Add(new TextField("title", Words(random)));
                writer.AddDocument(document);
                if (i == documents / 3) writer.Flush();
            }

            foreach (int doc in Some.SortedDocs(random, documents, documents / 20)) writer.DeleteDocuments(new Term("id", $"{doc}"));
            writer.Commit();
        }

        Searcher = new IndexSearcher(DirectoryReader.Open(_directory));
    }

    public IndexSearcher Searcher { get; }

    public void Dispose() => _directory.Dispose();

    public TermQuery Word(int number, string field = Text) => new(field, $"w{number}");

    public BooleanQuery And(params ReadOnlySpan<int> words)
    {
        var query = new BooleanQuery.Builder();
        foreach (int word in words) query.Add(Word(word), Occur.Must);
        return query.Build();
    }

    public PhraseQuery PhraseOf(params IEnumerable<int> words) => new(Text, words.Select(word => $"w{word}"));

    /// <summary>Two to four words, one of them perhaps boosted, in another field, or only a filter; perhaps with another filter and an exclusion.</summary>
    public Query Conjunction(Random random)
    {
        var query = new BooleanQuery.Builder();
        for (int i = random.Next(2, 5); i > 0; i--)
        {
            Query word = Word(AnyWord(random), random.Next(6) == 0 ? "title" : Text);
            query.Add(random.Next(6) == 0 ? new BoostQuery(word, 1.7f) : word, random.Next(6) == 0 ? Occur.Filter : Occur.Must);
        }

        if (random.Next(5) == 0) query.Add(Some.Of<Query>(random, Phrase(random), new PrefixQuery(Text, "w1"), new TermQuery("kind", "kind1")), Occur.Filter);
        if (random.Next(5) == 0) query.Add(Some.Of<Query>(random, Phrase(random), Word(AnyWord(random)), new TermQuery("kind", "kind2")), Occur.MustNot);
        return query.Build();
    }

    /// <summary>Two to four words, at times with holes, repetitions, or two words at one place.</summary>
    public PhraseQuery Phrase(Random random)
    {
        var query = new PhraseQuery.Builder();
        int position = random.Next(4) == 0 ? 1 : 0;
        for (int i = random.Next(3) == 0 ? random.Next(3, 5) : 2; i > 0; i--)
        {
            query.Add(new Term(Text, $"w{random.Next(random.Next(2) == 0 ? 4 : Chances.Length)}"), position);
            position += random.Next(8) switch { 0 => 2, 1 => 0, _ => 1 };
        }

        return query.Build();
    }

    private static int AnyWord(Random random) => random.Next(Chances.Length + (random.Next(10) == 0 ? 1 : 0));

    private static string Words(Random random)
    {
        var words = new List<string>();
        for (int i = 0; i < Chances.Length; i++)
        {
            if (random.NextDouble() >= Chances[i]) continue;
            int count = i is 1 or 4 && random.Next(4) == 0 ? random.Next(2, 6) : 1;
            for (; count > 0; count--) words.Add($"w{i}");
        }

        for (int i = random.Next(12); i > 0; i--) words.Add($"filler{random.Next(50)}");
        string[] shuffled = [.. words];
        random.Shuffle(shuffled);
        return string.Join(' ', shuffled);
    }
}
