using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

/// <summary>Indexes that we wrote, in one segment, in several, and merged: Lucene opens them and scores as we do.</summary>
public sealed class OwnIndexScoreTests
{
    private const int Queries = 150;

    [Theory]
    [InlineData(400, 400)]
    [InlineData(900, 150)]
    public void Search_OwnIndex_ScoresAsLuceneBeforeAndAfterMerging(int documents, int documentsPerSegment)
    {
        using var folder = new TempFolder();
        Random random = Seeds.Random(documentsPerSegment);
        using var directory = new FileSystemDirectory(folder.Path);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig { MergeAutomatically = false }))
        {
            var words = new ZipfWords(random, 300);
            for (int i = 0; i < documents; i++)
            {
                writer.AddDocument(Document(random, words, $"doc{i}"));
                if (i % documentsPerSegment == documentsPerSegment - 1) writer.Flush();
            }

            writer.Commit();
        }

        Compare(folder.Path, random, documents / documentsPerSegment);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig()))
        {
            writer.ForceMerge(1);
            writer.Commit();
        }

        Compare(folder.Path, random, segments: 1);
    }

    private static void Compare(string folder, Random random, int segments)
    {
        using var comparison = new OracleComparison(folder);
        comparison.Reader.Leaves.Count.ShouldBe(segments);
        RandomQueries queries = OracleScoreTests.Queries(random, comparison, "body");
        comparison.Compare([.. Enumerable.Range(0, Queries).Select(i => i % 10 == 0 ? queries.Disjunction(random.Next(2, 9)) : queries.Next())]);
    }

    private static Document Document(Random random, ZipfWords words, string id)
    {
        var document = new Document { new StringField("id", id, stored: true), new StringField("keyword", words.Next(random)) };
        int length = random.Next(20) == 0 ? 0 : random.Next(60);
        for (int value = random.Next(1, 3); value > 0; value--) document.Add(new TextField("body", words.Text(random, length)));
        if (random.Next(3) > 0) document.Add(new FeatureField("features", "quality", random.Next(1, 190)));
        if (random.Next(2) == 0) document.Add(new FeatureField("features", "heat", (float)(random.NextDouble() * 500) + 0.01f));
        if (random.Next(9) == 0) document.Add(new FeatureField("features", "coverage", 12.35f));
        return document;
    }
}
