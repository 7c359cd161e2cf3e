using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class IndexWriterDeleteTests
{
    private readonly MemoryDirectory _directory = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void DeleteDocuments_MeetsWhatWasAddedBefore_AndNothingLater(bool flush)
    {
        using IndexWriter writer = Open();
        Add(writer, "a", "b", "c");
        if (flush) writer.Flush();
        writer.DeleteDocuments(Id("a"), Id("c"), Id("none"), new Term("nofield", "a"));
        Add(writer, "a");
        if (flush) writer.Flush();
        writer.DeleteDocuments(Id("b"));
        writer.Commit();
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["a"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UpdateDocument_Repeatedly_LeavesTheLast(bool flush)
    {
        using IndexWriter writer = Open();
        for (int i = 0; i < 5; i++)
        {
            writer.UpdateDocument(Id("x"), Doc("x", $"{i}"));
            writer.UpdateDocument(Id("y"), Doc("y", $"{i}"));
            if (flush) writer.Flush();
        }

        writer.Commit();
        LiveIds.Of(DirectoryReader.Open(_directory), "version").ShouldBe(["4", "4"]);
    }

    [Fact]
    public void UpdateDocument_Refused_DeletesNothing()
    {
        using IndexWriter writer = Open();
        Add(writer, "x");
        Document bad = Doc("x", "1");
        bad.Add(new StringField("id", new string('x', IndexLimits.MaxTermLength + 1)));
        Should.Throw<InvalidDocumentException>(() => writer.UpdateDocument(Id("x"), bad));
        writer.Commit();
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["x"]);
    }

    [Fact]
    public void Commit_OnlyDeletes_WritesLiveDocsAndNothingElse()
    {
        using (IndexWriter writer = Open())
        {
            Add(writer, "a", "b");
            writer.Flush();
            Add(writer, "c", "d");
            writer.Commit();
        }

        string[] before = [.. _directory.ListAll().Where(f => f.StartsWith('_'))];
        DirectoryReader old = DirectoryReader.Open(_directory);
        using (IndexWriter writer = Open())
        {
            writer.DeleteDocuments(Id("c"));
            writer.Commit().ShouldBe(2);
            writer.DeleteDocuments(Id("c"));
            writer.Commit().ShouldBe(2);
        }

        _directory.ListAll().Except(before, StringComparer.Ordinal).ShouldBe(["_1_1.liv", "segments_2"]);
        DirectoryReader now = old.OpenIfChanged().ShouldNotBeNull();
        now.Leaves[0].Reader.ShouldBeSameAs(old.Leaves[0].Reader);
        LiveIds.Of(now).ShouldBe(["a", "b", "d"]);
        LiveIds.Of(old).ShouldBe(["a", "b", "c", "d"]);
        using IndexWriter next = Open();
        next.DeleteDocuments(Id("a"));
        next.Commit();
        next.DeleteDocuments(Id("b"), Id("nobody"));
        next.Commit();
        _directory.ListAll().Where(f => f.EndsWith(".liv", StringComparison.Ordinal)).ShouldBe(["_1_1.liv"]);
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["d"]);
    }

    [Fact]
    public void Commit_GenerationOfLiveDocsLeftByACrash_IsNotUsedAgain()
    {
        using (IndexWriter writer = Open())
        {
            Add(writer, "a", "b");
            writer.Commit();
        }

        _directory.CreateOutput("_0_4.liv").Dispose();
        using IndexWriter next = Open();
        next.DeleteDocuments(Id("a"));
        next.Commit();
        _directory.ListAll().ShouldContain("_0_5.liv");
        DirectoryReader.Open(_directory).NumDocs.ShouldBe(1);
    }

    [Fact]
    public void DeleteAll_CommittedFlushedAndBuffered_LeavesNothing()
    {
        using IndexWriter writer = Open();
        Add(writer, "a");
        writer.Commit();
        Add(writer, "b");
        writer.Flush();
        Add(writer, "c");
        writer.DeleteDocuments(Id("d"));
        writer.DeleteAll();
        writer.MaxDoc.ShouldBe(0);
        Add(writer, "d");
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["a"]);
        writer.Commit();
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["d"]);
        writer.DeleteAll();
        writer.Commit();
        _directory.ListAll().ShouldBe(["segments_3"]);
    }

    [Fact]
    public void Rollback_Deletes_AreUndone()
    {
        using (IndexWriter writer = Open())
        {
            Add(writer, "a", "b");
            writer.Commit();
            writer.DeleteDocuments(Id("a"));
            writer.PrepareCommit();
            writer.DeleteDocuments(Id("b"));
            writer.Flush();
            writer.Rollback();
        }

        _directory.ListAll().ShouldNotContain(f => f.EndsWith(".liv", StringComparison.Ordinal));
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void ForceMerge_DeletesBufferedAndCommitted_AreGoneFromTheMergedSegment()
    {
        using IndexWriter writer = Open();
        Add(writer, "a", "b", "c");
        writer.Commit();
        writer.DeleteDocuments(Id("a"));
        writer.Commit();
        writer.DeleteDocuments(Id("b"));
        writer.ForceMerge(1);
        writer.Commit();
        DirectoryReader reader = DirectoryReader.Open(_directory);
        (reader.MaxDoc, reader.Leaves[0].Reader.LiveDocs).ShouldBe((1, null));
        LiveIds.Of(reader).ShouldBe(["c"]);
    }

    [Fact]
    public void DeleteDocuments_MoreThanMemoryAllows_AreAppliedAtOnce()
    {
        using IndexWriter writer = Open(new IndexWriterConfig { RamBufferBytes = 64 << 10 });
        for (int i = 0; i < 1000; i++) Add(writer, $"{i}");
        writer.Flush();
        for (int i = 0; i < 999; i++) writer.DeleteDocuments(Id($"{i}"));
        writer.Flush();
        for (int i = 0; i < 1000; i++) writer.DeleteDocuments(Id($"none{i}"));
        writer.Commit();
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["999"]);
    }

    [Fact]
    public void Open_WithALender_ReadsNoSegmentAgain()
    {
        using (IndexWriter writer = Open())
        {
            Add(writer, "a", "b");
            writer.Commit();
            Add(writer, "c");
            writer.Commit();
        }

        DirectoryReader lender = DirectoryReader.Open(_directory);
        CountingDirectory counting = new(_directory);
        using (IndexWriter writer = new(counting, new IndexWriterConfig(), lender))
        {
            writer.DeleteDocuments(Id("a"));
            writer.Commit();
        }

        counting.Opened.ShouldAllBe(f => f.StartsWith("segments", StringComparison.Ordinal) || f.EndsWith(".si", StringComparison.Ordinal));
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["b", "c"]);
        LiveIds.Of(lender).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public void Commit_Again_FsyncsOnlyWhatIsNew()
    {
        CountingDirectory counting = new(_directory);
        using IndexWriter writer = new(counting, new IndexWriterConfig { MergeAutomatically = false });
        Add(writer, "a", "b");
        writer.Commit();
        counting.Synced.ShouldBe(["pending_segments_1", "_0.cfe", "_0.cfs", "_0.si"], ignoreOrder: true);
        counting.Synced.Clear();
        writer.UpdateDocument(Id("a"), Doc("a", "1"));
        writer.Commit();
        counting.Synced.ShouldBe(["pending_segments_2", "_0_1.liv", "_1.cfe", "_1.cfs", "_1.si"], ignoreOrder: true);
        counting.Opened.ShouldNotContain("segments_1");
    }

    private static Term Id(string id) => new("id", id);

    private static Document Doc(string id, string version) => new() { new StringField("id", id, stored: true), new StringField("version", version, stored: true) };

    private static void Add(IndexWriter writer, params string[] ids)
    {
        foreach (string id in ids) writer.AddDocument(Doc(id, "0"));
    }

    private IndexWriter Open(IndexWriterConfig? config = null) => new(_directory, config ?? new IndexWriterConfig { MergeAutomatically = false });

    private sealed class CountingDirectory(IndexDirectory inner) : FilterDirectory(inner)
    {
        public List<string> Opened { get; } = [];

        public List<string> Synced { get; } = [];

        public override void Sync(IEnumerable<string> names)
        {
            string[] synced = [.. names];
            Synced.AddRange(synced);
            base.Sync(synced);
        }

        public override IndexInput OpenInput(string name)
        {
            Opened.Add(name);
            return base.OpenInput(name);
        }
    }
}
