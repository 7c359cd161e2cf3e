using SearchNews.Lucene.Index;
using SearchNews.Testing.Naive;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Small random indexes whose words are drawn with very different frequencies.</summary>
internal sealed class RandomSegments
{
    private readonly ZipfWords _words;

    public RandomSegments(Random random, int segments, int docsPerSegment, int vocabulary = 30, bool deletions = true)
    {
        _words = new ZipfWords(random, vocabulary);
        Segments = [.. Enumerable.Range(0, segments).Select(_ =>
        {
            NaiveDocument[] documents = [.. Enumerable.Range(0, random.Next(1, docsPerSegment + 1)).Select(_ => Document(random))];
            return new NaiveIndex(documents, deletions ? Some.SortedDocs(random, documents.Length, random.Next(documents.Length / 4 + 1)) : []);
        })];
        Reader = new MultiReader([.. Segments]);
        Queries = new RandomQueries(random, Word);
    }

    public IReadOnlyList<NaiveIndex> Segments { get; }

    public MultiReader Reader { get; }

    public RandomQueries Queries { get; init; }

    public string Word(Random random) => random.Next(20) == 0 ? "absent" : _words.Next(random);

    private NaiveDocument Document(Random random)
    {
        var document = new NaiveDocument();
        if (random.Next(10) > 0)
        {
            int length = random.Next(8) == 0 ? random.Next(60) : random.Next(12);
            document.Text("text", string.Join(' ', Enumerable.Range(0, length).Select(_ => random.Next(12) == 0 ? "_" : _words.Next(random))));
        }

        if (random.Next(2) == 0) document.Keyword("keyword", _words.Next(random));
        if (random.Next(3) > 0) document.Feature("features", "quality", random.Next(1, 190));
        if (random.Next(2) == 0) document.Feature("features", "heat", (float)(random.NextDouble() * 500) + 0.01f);
        return document;
    }
}
