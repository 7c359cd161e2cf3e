using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene86;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene86;

public sealed class Lucene86SegmentInfoFormatTests
{
    private static readonly SegmentInfo Segment = new()
    {
        Name = "_1a",
        Id = Enumerable.Repeat((byte)7, 16).ToArray(),
        MaxDoc = 1234,
        MinVersion = new LuceneVersion(8, 0, 0),
        Diagnostics = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["source"] = "flush" },
        Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["Lucene87StoredFieldsFormat.mode"] = "BEST_SPEED" },
        Files = ["_1a.fnm", "_1a.si", "_1a_Lucene84_0.doc"],
    };

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        SegmentInfo read = Lucene86SegmentInfoFormat.Read(Write(Segment), "_1a", Segment.Id);
        (read.Name, read.MaxDoc, read.Version, read.MinVersion, read.IsCompoundFile).ShouldBe(("_1a", 1234, LuceneVersion.Written, new LuceneVersion(8, 0, 0), false));
        read.Diagnostics.ShouldBe(Segment.Diagnostics);
        read.Attributes.ShouldBe(Segment.Attributes);
        read.Files.ShouldBe(Segment.Files);
        read.IndexSort.ShouldBeEmpty();
    }

    [Fact]
    public void Write_WithoutItsOwnFile_IsRefused() =>
        Should.Throw<ArgumentException>(() => Write(Segment with { Files = ["_1a.fnm"] }));

    [Fact]
    public void Read_IndexSortOfEveryKind_IsKept()
    {
        byte[] bytes = Damage.BytesOf(Write(Segment), "_1a.si");
        MemoryDirectory directory = new();
        using (IndexOutput output = directory.CreateOutput("_1a.si"))
        {
            output.WriteBytes(bytes.AsSpan(0, bytes.Length - CodecUtil.FooterLength - 1));
            output.WriteVInt(4);
            foreach (string text in new[] { "SortField", "a", "STRING" }) output.WriteString(text);
            foreach (int number in new[] { 1, 1, 1 }) output.WriteInt32(number);
            foreach (string text in new[] { "SortField", "b", "DOUBLE" }) output.WriteString(text);
            foreach (int number in new[] { 0, 1 }) output.WriteInt32(number);
            output.WriteInt64(-5);
            foreach (string text in new[] { "SortedNumericSortField", "c", "INT" }) output.WriteString(text);
            foreach (int number in new[] { 0, 1, 0 }) output.WriteInt32(number);
            foreach (string text in new[] { "SortedSetSortField", "d" }) output.WriteString(text);
            foreach (int number in new[] { 1, 3, 2 }) output.WriteInt32(number);
            CodecUtil.WriteFooter(output);
        }

        SegmentInfo read = Lucene86SegmentInfoFormat.Read(directory, "_1a", Segment.Id);
        Damage.BytesOf(Write(Segment with { IndexSort = read.IndexSort }), "_1a.si").ShouldBe(Damage.BytesOf(directory, "_1a.si"), "and is written as it was");
        read.IndexSort.ShouldBe(
        [
            new IndexSortField("SortField", "a", "STRING", true, 0, 1),
            new IndexSortField("SortField", "b", "DOUBLE", false, 0, -5),
            new IndexSortField("SortedNumericSortField", "c", "INT", false, 1, null),
            new IndexSortField("SortedSetSortField", "d", "STRING", true, 3, 2),
        ]);
    }

    [Fact]
    public void Read_FileNameThatLeadsOutOfTheFolder_Throws() =>
        Should.Throw<CorruptIndexException>(() => Lucene86SegmentInfoFormat.Read(Write(Segment with { Files = ["_1a.si", "_1a_/../../secret.x"] }), "_1a", Segment.Id));

    [Fact]
    public void Read_AnyByteFlippedUnderARightChecksum_ThrowsTypedOrReads()
    {
        MemoryDirectory directory = Write(Segment);
        foreach (byte[] damaged in Damage.SealedFlips(Seeds.Random(), Damage.BytesOf(directory, "_1a.si")))
        {
            try
            {
                Lucene86SegmentInfoFormat.Read(Damage.Replace(directory, "_1a.si", damaged), "_1a", Segment.Id).Name.ShouldBe("_1a");
            }
            catch (IOException)
            {
                // The typed errors.
            }
        }
    }

    private static MemoryDirectory Write(SegmentInfo segment)
    {
        MemoryDirectory directory = new();
        Lucene86SegmentInfoFormat.Write(directory, segment);
        return directory;
    }
}
