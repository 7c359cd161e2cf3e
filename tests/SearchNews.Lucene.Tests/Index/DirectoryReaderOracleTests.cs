using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>Indexes that Lucene wrote hold, to our reader, exactly what Lucene says they hold.</summary>
public sealed class DirectoryReaderOracleTests
{
    [Theory]
    [InlineData("simple")]
    [InlineData("multi")]
    [InlineData("merged")]
    [InlineData("bestcompression")]
    [InlineData("offsets")]
    [InlineData("features")]
    [InlineData("dvupdates")]
    [InlineData("news")]
    [InlineData("docvalues")]
    [InlineData("bigterms")]
    [InlineData("bigpostings")]
    public void Open_IndexByLucene_HoldsWhatLuceneReads(string kind)
    {
        Oracle.SkipUnlessAvailable();
        string folder = Oracle.SharedIndex(kind);
        using FileSystemDirectory directory = new(folder);
        IndexDump.Of(DirectoryReader.Open(directory)).ShouldHaveTheLinesOf(Oracle.DumpIndex(folder));
    }
}
