using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class DirectoryReaderTests
{
    [Fact]
    public async Task Open_WhileAWriterCommitsAndDeletes_AlwaysFindsAWholeCommit()
    {
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(folder.Path);
        using IndexWriter writer = new(directory, new IndexWriterConfig { SegmentsPerTier = 2 });
        writer.Commit();
        using CancellationTokenSource done = new();
        Task writing = Task.Run(() =>
        {
            for (int i = 1; i <= 60; i++)
            {
                writer.AddDocument(new Document { new StringField("id", $"{i}", stored: true) });
                writer.Commit();
            }

            done.Cancel();
        }, TestContext.Current.CancellationToken);
        DirectoryReader last = DirectoryReader.Open(directory);
        while (!done.IsCancellationRequested && !writing.IsCompleted)
        {
            DirectoryReader reader = last.OpenIfChanged() ?? last;
            reader.MaxDoc.ShouldBeGreaterThanOrEqualTo(last.MaxDoc);
            DirectoryReader.Open(directory).MaxDoc.ShouldBeGreaterThanOrEqualTo(reader.MaxDoc);
            last = reader;
        }

        await writing;
        DirectoryReader.Open(directory).MaxDoc.ShouldBe(60);
    }

    [Fact]
    public void OpenIfChanged_OnlyDeletionsChanged_SharesTheSegmentsButNotTheirLiveDocs()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(folder.Path);
        using (IndexWriter writer = new(directory, new IndexWriterConfig()))
        {
            foreach (string id in new[] { "a", "b" })
            {
                writer.AddDocument(new Document { new StringField("id", id, stored: true) });
                writer.AddDocument(new Document { new StringField("id", id + id, stored: true) });
                writer.Flush();
            }

            writer.Commit();
        }

        DirectoryReader before = DirectoryReader.Open(directory);
        Oracle.MergeIndex(folder.Path, "delete=id:b", "nomerge");
        DirectoryReader after = before.OpenIfChanged().ShouldNotBeNull();
        (before.NumDocs, after.NumDocs, after.MaxDoc).ShouldBe((4, 3, 4));
        after.Leaves[0].Reader.ShouldBeSameAs(before.Leaves[0].Reader);
        after.Leaves[1].Reader.LiveDocs.ShouldNotBeNull()[0].ShouldBeFalse();
        before.Leaves[1].Reader.LiveDocs.ShouldBeNull();
        after.Leaves[1].Reader.GetTerms("id").ShouldBeSameAs(before.Leaves[1].Reader.GetTerms("id"));
    }
}
