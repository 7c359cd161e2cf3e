using SearchNews.Lucene.Index;
using SearchNews.Lucene.Index.Merging;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class SegmentMergeTests
{
    private static readonly string[] Content = ["fields", "impacts", .. IndexDump.ContentSections];

    [Fact]
    public void ForceMerge_AnyFlushPoints_IsWhatOneFlushWrites()
    {
        for (int round = 0; round < 4; round++)
        {
            Random random = Seeds.Random(round);
            int count = random.Next(1, 500);
            int seed = random.Next();
            string unmerged = Dump(Write(seed, count, new IndexWriterConfig(), (_, _) => { }));

            // Often several merges of merges, then the last one to a single segment.
            IndexWriterConfig config = new() { MergeAutomatically = false };
            MemoryDirectory directory = Write(seed, count, config, (writer, _) =>
            {
                if (random.Next(20) == 0) writer.Flush();
            });
            WriterStart start = new(directory, new IndexWriterConfig { OpenMode = OpenMode.Append }, new SegmentIds(seed: 1), lender: null);
            long foretold = SegmentMerges.LongestMergedFile(directory, start.Segments);
            using (IndexWriter writer = new(directory, config))
            {
                writer.ForceMerge(1);
                writer.Commit();
            }

            DirectoryReader.Open(directory).Leaves.Count.ShouldBe(1);
            directory.ListAll().Max(directory.FileLength).ShouldBeLessThanOrEqualTo(foretold + 1024);
            Dump(directory).ShouldHaveTheLinesOf(unmerged);
        }
    }

    [Fact]
    public void ForceMerge_ToSeveral_KeepsOrderAndMergesAsLittleAsPossible()
    {
        MemoryDirectory directory = Write(1, 70, new IndexWriterConfig { MergeAutomatically = false }, (writer, i) =>
        {
            if (i % 10 == 9) writer.Flush();
        });
        DirectoryReader.Open(directory).Leaves.Count.ShouldBe(7);
        using (IndexWriter writer = new(directory, new IndexWriterConfig()))
        {
            writer.ForceMerge(3);
            writer.Commit();
            writer.ForceMerge(3);
            writer.Commit().ShouldBe(2);
        }

        DirectoryReader reader = DirectoryReader.Open(directory);
        reader.Leaves.Count.ShouldBe(3);
        reader.MaxDoc.ShouldBe(70);
        reader.Commit.Segments.Count(s => s.Info.Diagnostics["source"] == "merge").ShouldBe(1);
    }

    private static MemoryDirectory Write(int seed, int count, IndexWriterConfig config, Action<IndexWriter, int> after)
    {
        MemoryDirectory directory = new();
        using IndexWriter writer = new(directory, config);
        RandomDocuments documents = new(Seeds.Of(seed, 0));
        for (int i = 0; i < count; i++)
        {
            writer.AddDocument(documents.Next());
            after(writer, i);
        }

        writer.Commit();
        return directory;
    }

    private static string Dump(MemoryDirectory directory) => IndexDump.Of(DirectoryReader.Open(directory), Content);
}
