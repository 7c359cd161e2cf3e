using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

/// <summary>The bytes of skip data, worked out by hand.</summary>
public sealed class SkipDataTests
{
    private static readonly FieldInfo Docs = PostingsSegment.Field(IndexOptions.Docs);

    [Theory]
    [InlineData(128)]
    [InlineData(1)]
    public void WriteTerm_UpTo128Documents_HasNone(int docFreq)
    {
        Write(docFreq).Terms[0].State.SkipOffset.ShouldBe(-1);
    }

    [Fact]
    public void WriteTerm_256Documents_HasOneEntrySinceNothingFollowsTheSecondBlock()
    {
        // doc 127, 17 bytes behind the start; one byte of impacts: (1, 1)
        SkipData(Write(256)).ShouldBe(Bytes.Parse("7f 11 01 00"));
    }

    [Fact]
    public void WriteTerm_257Documents_HasTwoEntries()
    {
        // The second block is one byte: all differences are 1.
        SkipData(Write(257)).ShouldBe(Bytes.Parse("7f 11 01 00  8001 01 01 00"));
    }

    [Fact]
    public void WriteTerm_1153Documents_HasTwoLevels()
    {
        // Level 1: 6 bytes; doc 1023, 24 bytes behind the start, impacts (1, 1), child pointer 39: behind the eighth entry of level 0.
        SkipData(Write(1153)).ShouldBe(Bytes.Parse("06 ff07 18 01 00 27  7f 11 01 00" + string.Concat(Enumerable.Repeat(" 8001 01 01 00", 8))));
    }

    [Fact]
    public void WriteTerm_65_537Documents_ChildPointersLeadBeforeThoseOfTheLevelBelow()
    {
        byte[] skip = SkipData(Write(65_537));

        // An entry of level 1 has 5 bytes and a child pointer 40k - 1: 6 bytes up to k = 3, then 7. Its eighth entry, without the pointer, ends at 3 * 6 + 5 * 7 - 2 = 51.
        // An entry of level 2 has 5 bytes and a child pointer 56k - 5: 6 bytes up to k = 2, then 7. Its eighth entry, without the pointer, ends at 2 * 6 + 6 * 7 - 2 = 52.
        // Level 3: 8 bytes; doc 65535, docFP 17 + 511, impacts, child pointer 52. Level 2: 54 bytes; doc 8191, docFP 17 + 63, impacts, child pointer 51.
        skip[..16].ShouldBe(Bytes.Parse("08 ffff03 9004 0100 34  36 ff3f 50 0100 33"));
    }

    [Fact]
    public void WriteTerm_Positions_PointIntoTheirBlocks()
    {
        // One position and one payload byte a document, except that document 3 has three of each: 130 positions before document 128.
        FieldInfo field = PostingsSegment.Field(IndexOptions.DocsAndFreqsAndPositions, payloads: true);
        TermDoc[] docs = [.. Enumerable.Range(0, 129).Select(doc => new TermDoc(doc, doc == 3 ? 3 : 1, [.. Enumerable.Repeat(new TermPosition(0, 0, 0, [9]), doc == 3 ? 3 : 1)]))];
        PostingsSegment segment = new PostingsSegment(200, field).Write((field, null, [docs]));

        // doc 127; .doc: 17 bytes of documents, 4 of frequencies (all 1, one patch); .pos: constant block; 2 positions and 2 bytes of payloads;
        // .pay: constant block, 2 bytes of length, 128 of payloads; impacts (3, 1)
        SkipData(segment).ShouldBe(Bytes.Parse("7f 15 02 02 02 8401 01 04"));
    }

    private static PostingsSegment Write(int docFreq) =>
        new PostingsSegment(70_000, Docs).Write((Docs, null, [[.. Enumerable.Range(0, docFreq).Select(doc => new TermDoc(doc, 1, []))]]));

    private static byte[] SkipData(PostingsSegment segment) =>
        segment.OpenFile("doc").Span[(int)(segment.Terms[0].State.DocStartFP + segment.Terms[0].State.SkipOffset)..^16].ToArray();
}
