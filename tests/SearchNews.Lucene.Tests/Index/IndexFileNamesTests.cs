using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Index;

public sealed class IndexFileNamesTests
{
    [Theory]
    [InlineData(0L, "0")]
    [InlineData(35L, "z")]
    [InlineData(36L, "10")]
    [InlineData(1294L, "zy")]
    public void Base36_Number_RoundTrips(long number, string text)
    {
        IndexFileNames.Base36(number).ShouldBe(text);
        IndexFileNames.TryParseBase36(text, out long parsed).ShouldBeTrue();
        parsed.ShouldBe(number);
    }

    [Theory]
    [InlineData("_0.si", "_0")]
    [InlineData("_1z_Lucene84_0.tim", "_1z")]
    [InlineData("_a_1.liv", "_a")]
    [InlineData("_a_4_Lucene80_0.dvd", "_a")]
    public void TryParseSegmentOf_FileOfASegment_GivesItsName(string file, string segment)
    {
        IndexFileNames.TryParseSegmentOf(file, out string actual).ShouldBeTrue();
        actual.ShouldBe(segment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("_.")]
    [InlineData("_.si")]
    [InlineData("_A.si")]
    [InlineData("_0")]
    [InlineData("0.si")]
    [InlineData("_0_x")]
    [InlineData("_0_/../../x.si")]
    [InlineData("_0_\\..\\x.si")]
    [InlineData("_0.s\0i")]
    [InlineData("segments_1")]
    [InlineData("write.lock")]
    public void TryParseSegmentOf_AnythingElse_IsRefused(string file) => IndexFileNames.TryParseSegmentOf(file, out _).ShouldBeFalse();

    [Theory]
    [InlineData("segments_1", true)]
    [InlineData("segments_zz", true)]
    [InlineData("segments_", false)]
    [InlineData("segments", false)]
    [InlineData("segments.gen", false)]
    [InlineData("segments_1.bak", false)]
    [InlineData("pending_segments_1", false)]
    public void TryParseGeneration_OnlyCommits_AreTaken(string name, bool expected) =>
        IndexFileNames.TryParseGeneration(IndexFileNames.Segments, name, out _).ShouldBe(expected);
}
