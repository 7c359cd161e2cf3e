using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class CompoundSegmentTests
{
    private static readonly string[] Content = ["fields", "impacts", .. IndexDump.ContentSections];

    [Fact]
    public void Flush_Compound_HasThreeFilesAndTheContentOfPlainOnes()
    {
        MemoryDirectory packed = Write(new IndexWriterConfig());
        MemoryDirectory plain = Write(new IndexWriterConfig { UseCompoundFile = false });
        packed.ListAll().ShouldBe(["_0.cfe", "_0.cfs", "_0.si", "segments_1"]);
        plain.ListAll().Count.ShouldBeGreaterThan(12);
        IndexDump.Of(DirectoryReader.Open(packed), Content).ShouldHaveTheLinesOf(IndexDump.Of(DirectoryReader.Open(plain), Content));
    }

    [Fact]
    public void Merge_MoreThanATenthOfTheIndex_IsPlain_LessIsPacked()
    {
        MemoryDirectory directory = Write(new IndexWriterConfig());
        using IndexWriter writer = new(directory, new IndexWriterConfig { SegmentsPerTier = 2 });
        writer.ForceMerge(1);
        writer.Commit();
        DirectoryReader.Open(directory).Commit.Segments.ShouldHaveSingleItem().Info.IsCompoundFile.ShouldBeFalse();
        for (int i = 0; i < 3; i++)
        {
            writer.AddDocument(new Document { new StringField("id", $"small{i}", stored: true) });
            writer.Commit();
            writer.WaitForMerges();
        }

        writer.Commit();
        writer.WaitForMerges();
        SegmentInfo merged = DirectoryReader.Open(directory).Commit.Segments[^1].Info;
        (merged.Diagnostics["source"], merged.IsCompoundFile, merged.Files.Count).ShouldBe(("merge", true, 3));
    }

    [Fact]
    public void Commit_CompoundWithDeletions_LuceneReadsAndMergesIt()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(folder.Path);
        using (IndexWriter writer = new(directory, new IndexWriterConfig { MergeAutomatically = false }))
        {
            RandomDocuments documents = new(Seeds.Random());
            for (int i = 0; i < 600; i++)
            {
                writer.AddDocument(documents.Next());
                if (i % 97 == 0) writer.Flush();
                if (i % 3 == 0) writer.DeleteDocuments(new Term("id", $"doc{i / 2}"));
            }

            writer.Commit();
        }

        Oracle.CheckIndex(folder.Path);
        DirectoryReader ours = DirectoryReader.Open(directory);
        ours.Commit.Segments.ShouldAllBe(s => s.Info.IsCompoundFile);
        ours.NumDocs.ShouldBe(400);
        IndexDump.Of(ours).ShouldHaveTheLinesOf(Oracle.DumpIndex(folder.Path));
        Oracle.MergeIndex(folder.Path, "add=extra");
        Oracle.CheckIndex(folder.Path);
        DirectoryReader.Open(directory).NumDocs.ShouldBe(401);
    }

    private static MemoryDirectory Write(IndexWriterConfig config)
    {
        MemoryDirectory directory = new();
        using IndexWriter writer = new(directory, config);
        RandomDocuments documents = new(Seeds.Random());
        for (int i = 0; i < 500; i++) writer.AddDocument(documents.Next());
        writer.Commit();
        return directory;
    }
}
