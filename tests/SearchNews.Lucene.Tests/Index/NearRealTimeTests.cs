using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>Readers of a writer see what it has, committed or not.</summary>
public sealed class NearRealTimeTests
{
    private readonly MemoryDirectory _directory = new();

    [Fact]
    public void Open_Uncommitted_SeesAddsUpdatesAndDeletes()
    {
        using IndexWriter writer = Open();
        DirectoryReader empty = DirectoryReader.Open(writer);
        empty.MaxDoc.ShouldBe(0);
        Add(writer, "a", "b", "c");
        DirectoryReader first = empty.OpenIfChanged().ShouldNotBeNull();
        writer.DeleteDocuments(Id("a"));
        writer.UpdateDocument(Id("b"), Doc("b"));
        DirectoryReader second = first.OpenIfChanged().ShouldNotBeNull();
        LiveIds.Of(empty).ShouldBeEmpty();
        LiveIds.Of(first).ShouldBe(["a", "b", "c"]);
        LiveIds.Of(second).ShouldBe(["c", "b"]);
        (second.NumDocs, second.MaxDoc).ShouldBe((2, 4));
        second.Version.ShouldBeGreaterThan(first.Version);
        Should.Throw<IndexNotFoundException>(() => DirectoryReader.Open(_directory));
        IndexVerifier.Verify(second, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void OpenIfChanged_NothingChanged_IsNull_AlsoAfterACommit()
    {
        using IndexWriter writer = Open();
        Add(writer, "a", "b");
        writer.DeleteDocuments(Id("a"));
        DirectoryReader reader = DirectoryReader.Open(writer);
        reader.OpenIfChanged().ShouldBeNull();
        writer.Commit();
        reader.OpenIfChanged().ShouldBeNull();
        writer.DeleteDocuments(Id("nobody"));
        reader.OpenIfChanged().ShouldBeNull();
        LiveIds.Of(DirectoryReader.Open(_directory)).ShouldBe(["b"]);
    }

    [Fact]
    public void OpenIfChanged_OneSegmentChanged_SharesTheOthersAndTheTermsOfAll()
    {
        using IndexWriter writer = Open();
        Add(writer, "a", "b");
        writer.Flush();
        Add(writer, "c", "d");
        DirectoryReader before = DirectoryReader.Open(writer);
        writer.DeleteDocuments(Id("c"));
        DirectoryReader after = before.OpenIfChanged().ShouldNotBeNull();
        after.Leaves[0].Reader.ShouldBeSameAs(before.Leaves[0].Reader);
        after.Leaves[1].Reader.ShouldNotBeSameAs(before.Leaves[1].Reader);
        after.Leaves[1].Reader.GetTerms("id").ShouldBeSameAs(before.Leaves[1].Reader.GetTerms("id"));
        before.NumDocs.ShouldBe(4);
        after.NumDocs.ShouldBe(3);
    }

    [Fact]
    public void Open_FilesDeletedAndWriterClosed_ReaderIsStillGood()
    {
        IndexWriter writer = Open();
        Add(writer, "a", "b");
        writer.DeleteDocuments(Id("a"));
        DirectoryReader reader = DirectoryReader.Open(writer);
        writer.Rollback();
        _directory.ListAll().ShouldBeEmpty();
        LiveIds.Of(reader).ShouldBe(["b"]);
        IndexVerifier.Verify(reader, TestContext.Current.CancellationToken);
        Should.Throw<ObjectDisposedException>(reader.OpenIfChanged);
        Should.Throw<ObjectDisposedException>(() => DirectoryReader.Open(writer));
    }

    [Fact]
    public void Open_AsALender_GivesOnlyWhatIsCommitted()
    {
        DirectoryReader reader;
        using (IndexWriter writer = Open())
        {
            Add(writer, "a", "b");
            writer.Commit();
            writer.DeleteDocuments(Id("a"));
            reader = DirectoryReader.Open(writer);
        }

        using IndexWriter next = new(_directory, new IndexWriterConfig(), reader);
        LiveIds.Of(DirectoryReader.Open(next)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Open_Merged_SharesTheMergedSegmentFromThenOn()
    {
        using IndexWriter writer = Open(merge: true);
        for (int i = 0; i < 11; i++)
        {
            Add(writer, $"{i}");
            writer.Flush();
        }

        DirectoryReader before = DirectoryReader.Open(writer);
        writer.WaitForMerges();
        DirectoryReader merged = DirectoryReader.Open(writer);
        merged.Leaves.Count.ShouldBeLessThan(11);
        writer.DeleteDocuments(Id("3"));
        DirectoryReader after = merged.OpenIfChanged().ShouldNotBeNull();
        after.Leaves[0].Reader.GetTerms("id").ShouldBeSameAs(merged.Leaves[0].Reader.GetTerms("id"));
        LiveIds.Of(after).Order(StringComparer.Ordinal).ShouldBe(LiveIds.Of(before).Except(["3"], StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static Term Id(string id) => new("id", id);

    private static Document Doc(string id) => new() { new StringField("id", id, stored: true) };

    private static void Add(IndexWriter writer, params string[] ids)
    {
        foreach (string id in ids) writer.AddDocument(Doc(id));
    }

    private IndexWriter Open(bool merge = false) => new(_directory, new IndexWriterConfig { MergeAutomatically = merge });
}
