using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>An index that Lucene wrote is changed by our writer, read by both, and merged by Lucene again.</summary>
public sealed class LuceneIndexTests
{
    private static readonly string[] Read = ["segment", "impacts", .. IndexDump.ContentSections];

    [Theory]
    [InlineData("simple")]
    [InlineData("multi")]
    [InlineData("merged")]
    [InlineData("bestcompression")]
    [InlineData("offsets")]
    [InlineData("features")]
    [InlineData("dvupdates")]
    [InlineData("news")]
    public void AppendUpdateAndDelete_IndexByLucene_BothReadTheSame(string kind)
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(Copy(kind, folder));
        DirectoryReader before = DirectoryReader.Open(directory);
        List<string> ids = LiveIds.Of(before);
        HashSet<string> expected = [.. ids, "new"];
        using (IndexWriter writer = new(directory, new IndexWriterConfig { MergeAutomatically = false }))
        {
            writer.AddDocument(Document("new"));
            for (int i = 0; i < ids.Count; i += 9)
            {
                writer.DeleteDocuments(new Term("id", ids[i]));
                expected.Remove(ids[i]);
                if (i + 1 < ids.Count) writer.UpdateDocument(new Term("id", ids[i + 1]), Document(ids[i + 1]));
            }

            LiveIds.Of(DirectoryReader.Open(writer)).ShouldBe(expected, ignoreOrder: true);
            writer.Commit();
        }

        Oracle.CheckIndex(directory.FullPath);
        DirectoryReader after = before.OpenIfChanged().ShouldNotBeNull();
        LiveIds.Of(after).ShouldBe(expected, ignoreOrder: true);
        IndexDump.Of(after, Read).ShouldHaveTheLinesOf(Oracle.DumpIndex(directory.FullPath, Read));
        Oracle.MergeIndex(directory.FullPath, "add=lucenes");
        Oracle.CheckIndex(directory.FullPath);
        LiveIds.Of(DirectoryReader.Open(directory)).ShouldBe(expected.Append("lucenes"), ignoreOrder: true);
    }

    [Theory]
    [InlineData("points")]
    [InlineData("vectors")]
    public void Open_WithPointsOrVectors_ReadsTheRest_AndTheWriterRefuses(string kind)
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(Copy(kind, folder));
        DirectoryReader reader = DirectoryReader.Open(directory);
        (reader.MaxDoc, reader.NumDocs).ShouldBe((120, 118));
        string[] sections = [.. IndexDump.ContentSections];
        IndexDump.Of(reader, sections).ShouldHaveTheLinesOf(Oracle.DumpIndex(directory.FullPath, sections));
        new IndexSearcher(reader).Count(new TermQuery(new Term("id", "s1d7"))).ShouldBe(1);
        IndexVerifier.Verify(directory, TestContext.Current.CancellationToken).Problems.ShouldBeEmpty();
        Should.Throw<NotSupportedException>(() => new IndexWriter(directory, new IndexWriterConfig())).Message.ShouldContain("term vectors, points");
        Should.Throw<NotSupportedException>(() => new IndexWriter(directory, new IndexWriterConfig(), reader));
        Oracle.CheckIndex(directory.FullPath);
    }

    private static Document Document(string id) => new() { new StringField("id", id, stored: true) };

    private static string Copy(string kind, TempFolder folder)
    {
        string target = folder.CreateFolder(kind);
        string source = Oracle.SharedIndex(kind);
        foreach (string file in Directory.EnumerateFiles(source)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }
}
