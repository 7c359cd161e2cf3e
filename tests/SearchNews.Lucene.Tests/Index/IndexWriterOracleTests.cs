using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>Indexes that we wrote are sound to Lucene and hold to it what they hold to us; it adds to them and merges them.</summary>
public sealed class IndexWriterOracleTests
{
    [Fact]
    public void Commit_EveryKindOfField_LuceneReadsWhatWeRead()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(folder.Path);
        Random random = Seeds.Random();
        RandomDocuments documents = new(random);
        using (IndexWriter writer = new(directory, new IndexWriterConfig()))
        {
            for (int i = 0; i < 1_500; i++)
            {
                writer.AddDocument(documents.Next());
                if (random.Next(200) == 0) writer.Flush();
            }

            writer.CommitUserData = new Dictionary<string, string>(StringComparer.Ordinal) { ["schema"] = "1", ["source"] = "über" };
            writer.Commit().ShouldBe(1);
        }

        Oracle.CheckIndex(folder.Path);
        IndexDump.Of(DirectoryReader.Open(directory)).ShouldHaveTheLinesOf(Oracle.DumpIndex(folder.Path));
    }
}
