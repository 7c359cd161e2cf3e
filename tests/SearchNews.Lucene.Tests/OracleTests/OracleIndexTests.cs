namespace SearchNews.Lucene.Tests.OracleTests;

/// <summary>The indexes that serve as input of our readers' tests are sound and hold the cases they are made for.</summary>
public sealed class OracleIndexTests
{
    [Theory]
    [InlineData("simple", " term \\c3\\a9t\\c3\\a9 df=")]
    [InlineData("multi", " deleted ")]
    [InlineData("merged", "segment _5 maxDoc=")]
    [InlineData("bestcompression", " attribute Lucene87StoredFieldsFormat.mode=BEST_COMPRESSION")]
    [InlineData("docvalues", "sortedset atMostOne count=")]
    [InlineData("bigterms", "terms digits count=40001 docCount=400 ")]
    [InlineData("offsets", "terms both count=50 ")]
    [InlineData("features", " term quality df=1500 ttf=")]
    [InlineData("bigpostings", "  impacts 1: 127 1/1 | 1023 1/1 | 8191 1/1 | 65535 1/1\n")]
    [InlineData("dvupdates", "field number number=3 index=NONE norms=false payloads=false vectors=false docValues=NUMERIC docValuesGen=2 ")]
    [InlineData("news", "terms features count=3 ")]
    public void SharedIndex_EachKind_HoldsItsCase(string kind, string line)
    {
        string dump = Oracle.DumpIndex(Oracle.SharedIndex(kind), "segment", "fields", "terms", "impacts", "docvalues");

        bool found = ("\n" + dump).Contains("\n" + line, StringComparison.Ordinal);
        found.ShouldBeTrue($"no line begins with {line}");
    }

    [Theory]
    [InlineData("simple")]
    [InlineData("multi")]
    [InlineData("dvupdates")]
    public void CheckIndex_IndexByLucene_IsSound(string kind)
    {
        using TempFolder folder = new();
        Oracle.WriteIndex(kind, folder.Path);

        Oracle.CheckIndex(folder.Path);
    }

    [Fact]
    public void WriteIndex_SameSeed_SameContent()
    {
        using TempFolder folder = new();
        Oracle.WriteIndex("multi", folder.CreateFolder("a"), seed: 7);
        Oracle.WriteIndex("multi", folder.CreateFolder("b"), seed: 7);
        Oracle.WriteIndex("multi", folder.CreateFolder("c"), seed: 8);
        string[] sections = ["fields", "terms", "postings", "impacts", "norms", "docvalues", "stored"];

        string a = Oracle.DumpIndex(folder.Combine("a"), sections);

        Oracle.DumpIndex(folder.Combine("b"), sections).ShouldHaveTheLinesOf(a);
        LineAssert.FirstDifference(a, Oracle.DumpIndex(folder.Combine("c"), sections)).ShouldNotBeNull();
    }

    [Fact]
    public void SharedIndex_Twice_IsOneFolder()
    {
        string folder = Oracle.SharedIndex("simple");

        Oracle.SharedIndex("simple").ShouldBe(folder);
        Oracle.DumpIndex(folder, "segment").ShouldStartWith("segment _0 maxDoc=250 numDocs=250 ");
    }
}
