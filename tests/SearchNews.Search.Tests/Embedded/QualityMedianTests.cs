using SearchNews.Articles;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Tests.Embedded;

public sealed class QualityMedianTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Of_SegmentsWithDeletions_IsTheMedianOfTheLive(int round)
    {
        Random random = Seeds.Random(round);
        List<Article> articles = [.. SomeArticles.Many(random, random.Next(1, 120))];
        using TestIndex index = TestIndex.Of(articles, segments: 4);
        using (var directory = new FileSystemDirectory(index.Store.FindLive()!.Path))
        {
            using var writer = new IndexWriter(directory, ArticleSchema.WriterConfig with { MergeAutomatically = false });
            foreach (Article gone in articles.Where(_ => random.Next(3) == 0).ToArray())
            {
                writer.DeleteDocuments(new Term(ArticleFields.Id, gone.Id));
                articles.Remove(gone);
            }

            writer.Commit();
        }

        DirectoryReader reader = index.Snapshot.Reader;
        double[] values = [.. articles.Where(a => a.Quality is not null).Select(a => a.Quality > 0 ? a.Quality!.Value / (a.Quality!.Value + 60) : 0).Order()];
        double expected = values.Length == 0 ? 0 : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
        QualityMedian.Of([.. reader.Leaves.Select(leaf => SegmentSignals.Read(leaf.Reader))], reader.Leaves).ShouldBe(expected);
    }
}
