using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene60;

public sealed class Lucene60FieldInfosFormatTests
{
    private static readonly SegmentInfo Segment = new() { Name = "_0", Id = Enumerable.Repeat((byte)7, 16).ToArray(), MaxDoc = 1 };

    private static readonly FieldInfos Fields = new(
    [
        new FieldInfo { Name = "text", Number = 0, IndexOptions = IndexOptions.DocsAndFreqsAndPositions, HasPayloads = true, Attributes = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" } },
        new FieldInfo { Name = "id", Number = 3, IndexOptions = IndexOptions.Docs, OmitNorms = true, DocValuesType = DocValuesType.Sorted },
        new FieldInfo { Name = "stored", Number = 7 },
        new FieldInfo { Name = "offsets", Number = 8, IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets, HasTermVectors = true },
        new FieldInfo { Name = "gone", Number = 9, DocValuesType = DocValuesType.Numeric, IsSoftDeletesField = true },
        new FieldInfo { Name = "", Number = 200, PointDimensionCount = 3, PointIndexDimensionCount = 2, PointNumBytes = 8 },
    ]);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        FieldInfos read = Lucene60FieldInfosFormat.Read(Write(Fields), Segment);
        read.Count.ShouldBe(Fields.Count);
        foreach ((FieldInfo actual, FieldInfo expected) in read.Zip(Fields))
        {
            (actual with { Attributes = expected.Attributes }).ShouldBe(expected);
            actual.Attributes.ShouldBe(expected.Attributes);
        }
    }

    [Fact]
    public void Read_PostingsBitsOfAFieldThatIsNotIndexed_AreIgnored()
    {
        MemoryDirectory directory = Write(new FieldInfos([new FieldInfo { Name = "s", Number = 0 }]));
        byte[] bytes = Damage.BytesOf(directory, "_0.fnm");
        bytes[bytes.AsSpan().IndexOf("\u0001s"u8) + 3] = 7;
        FieldInfo field = Lucene60FieldInfosFormat.Read(Damage.Replace(directory, "_0.fnm", Damage.Seal(bytes)), Segment).ShouldHaveSingleItem();
        (field.OmitNorms, field.HasPayloads, field.HasTermVectors, field.HasNorms).ShouldBe((false, false, false, false));
    }

    [Fact]
    public void Read_UpdatesWithoutAnUpdateFile_Throws() =>
        Should.Throw<CorruptIndexException>(() => Lucene60FieldInfosFormat.Read(Write(new FieldInfos([new FieldInfo { Name = "n", Number = 0, DocValuesType = DocValuesType.Numeric, DocValuesGen = 4 }])), Segment));

    [Fact]
    public void Read_NameOrNumberTwice_Throws()
    {
        MemoryDirectory directory = Write(new FieldInfos([new FieldInfo { Name = "a", Number = 0 }, new FieldInfo { Name = "b", Number = 1 }]));
        byte[] bytes = Damage.BytesOf(directory, "_0.fnm");
        int at = bytes.AsSpan().IndexOf("\u0001b"u8);
        bytes[at + 1] = (byte)'a';
        Should.Throw<CorruptIndexException>(() => Lucene60FieldInfosFormat.Read(Damage.Replace(directory, "_0.fnm", Damage.Seal(bytes)), Segment)).Message.ShouldContain("'a' is there twice");
        bytes[at + 1] = (byte)'b';
        bytes[at + 2] = 0;
        Should.Throw<CorruptIndexException>(() => Lucene60FieldInfosFormat.Read(Damage.Replace(directory, "_0.fnm", Damage.Seal(bytes)), Segment)).Message.ShouldContain("number 0 is there twice");
    }

    [Fact]
    public void Read_AnyByteFlipped_Throws()
    {
        MemoryDirectory directory = Write(Fields);
        foreach (byte[] damaged in Damage.Flips(Seeds.Random(), Damage.BytesOf(directory, "_0.fnm")))
            Should.Throw<CorruptIndexException>(() => Lucene60FieldInfosFormat.Read(Damage.Replace(directory, "_0.fnm", damaged), Segment));
    }

    [Fact]
    public void Read_AnyByteFlippedUnderARightChecksum_ThrowsTypedOrReads()
    {
        MemoryDirectory directory = Write(Fields);
        foreach (byte[] damaged in Damage.SealedFlips(Seeds.Random(), Damage.BytesOf(directory, "_0.fnm")))
        {
            try
            {
                Lucene60FieldInfosFormat.Read(Damage.Replace(directory, "_0.fnm", damaged), Segment).Count.ShouldBeLessThanOrEqualTo(Fields.Count);
            }
            catch (IOException)
            {
                // The typed errors.
            }
        }
    }

    private static MemoryDirectory Write(FieldInfos fields)
    {
        MemoryDirectory directory = new();
        Lucene60FieldInfosFormat.Write(directory, Segment, fields);
        return directory;
    }
}
