using System.Buffers.Binary;
using SearchNews.Lucene.Codecs.Lucene86;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index;

public sealed class SegmentInfosFormatTests
{
    private static readonly byte[] CommitId = Enumerable.Range(0, 16).Select(i => (byte)i).ToArray();

    [Fact]
    public void Read_EmptyCommitOfLucene_GivesItsFields()
    {
        // As Apache Lucene 8.8.1 writes an empty index, but for the id.
        const string Hex = "3fd76c17087365676d656e74730000000a" + "000102030405060708090a0b0c0d0e0f" + "0131"
            + "080801" + "08" + "0000000000000002" + "00" + "00000000" + "00" + "c02893e8000000000000000000000000";
        MemoryDirectory directory = With("segments_1", Damage.Seal(Convert.FromHexString(Hex)));
        SegmentInfos infos = SegmentInfos.ReadLatest(directory);
        infos.Generation.ShouldBe(1);
        infos.LuceneVersion.ShouldBe(new LuceneVersion(8, 8, 1));
        infos.IndexCreatedVersionMajor.ShouldBe(8);
        infos.Version.ShouldBe(2);
        infos.Counter.ShouldBe(0);
        infos.Segments.ShouldBeEmpty();
        infos.UserData.ShouldBeEmpty();

        MemoryDirectory ours = new();
        SegmentInfosFormat.Write(ours, "segments_1", infos, CommitId);
        Convert.ToHexStringLower(Damage.BytesOf(ours, "segments_1")).ShouldBe(Convert.ToHexStringLower(Damage.BytesOf(directory, "segments_1")));
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        MemoryDirectory directory = new();
        SegmentInfos written = WriteSample(directory);
        SegmentInfos read = SegmentInfos.ReadLatest(directory);
        read.Generation.ShouldBe(36);
        read.FileName.ShouldBe("segments_10");
        read.Version.ShouldBe(written.Version);
        read.Counter.ShouldBe(written.Counter);
        read.UserData.ShouldBe(written.UserData);
        read.MaxDoc.ShouldBe(150);
        SegmentCommitInfo first = read.Segments[0];
        (first.Name, first.DeletedCount, first.LiveCount, first.HasDeletions, first.Id).ShouldBe(("_0", 0, 100, false, null));
        SegmentCommitInfo second = read.Segments[1];
        (second.Name, second.DeletesGen, second.DeletedCount, second.SoftDeletedCount, second.LiveCount).ShouldBe(("_z", 37L, 3, 2, 47));
        (second.FieldInfosGen, second.DocValuesGen).ShouldBe((2L, 4L));
        second.Id.ShouldBe(CommitId);
        second.DocValuesUpdateFiles[7].ShouldBe(["_z_4_Lucene80_0.dvd", "_z_4_Lucene80_0.dvm"]);
        second.Files().Order(StringComparer.Ordinal).ShouldBe(["_z.si", "_z_11.liv", "_z_2.fnm", "_z_4_Lucene80_0.dvd", "_z_4_Lucene80_0.dvm"]);
        read.Files().ShouldBe(written.Files());
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Read_OlderFormat_GivesTheSameCommit(int format)
    {
        MemoryDirectory directory = new();
        SegmentInfo segment = WriteSegment(directory, "_0", 100, 1);
        using (IndexOutput output = directory.CreateOutput("segments_1"))
        {
            Lucene.Codecs.CodecUtil.WriteIndexHeader(output, "segments", format, CommitId, "1");
            foreach (byte b in new byte[] { 8, 7, 0, 8 }) output.WriteByte(b);
            output.WriteInt64(5);
            if (format == 7) output.WriteInt32(200);
            else output.WriteVLong(200);
            output.WriteInt32(1);
            foreach (byte b in new byte[] { 8, 7, 0 }) output.WriteByte(b);
            output.WriteString("_0");
            output.WriteBytes(segment.Id);
            output.WriteString("Lucene87");
            output.WriteInt64(-1);
            output.WriteInt32(0);
            output.WriteInt64(-1);
            output.WriteInt64(-1);
            if (format == 9) output.WriteInt32(1);
            output.WriteVInt(0);
            output.WriteInt32(0);
            output.WriteVInt(0);
            Lucene.Codecs.CodecUtil.WriteFooter(output);
        }

        SegmentInfos read = SegmentInfos.ReadLatest(directory);
        read.Counter.ShouldBe(200);
        SegmentCommitInfo only = read.Segments.ShouldHaveSingleItem();
        (only.Name, only.SoftDeletedCount, only.Id).ShouldBe(("_0", format == 9 ? 1 : 0, null));
    }

    [Theory]
    [InlineData(6, typeof(IndexFormatTooOldException))]
    [InlineData(11, typeof(IndexFormatTooNewException))]
    public void Read_OtherFormat_IsRefused(int format, Type expected)
    {
        MemoryDirectory directory = new();
        WriteSample(directory);
        byte[] bytes = Damage.BytesOf(directory, "segments_10");
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(13), format);
        Should.Throw(() => SegmentInfos.ReadLatest(Damage.Replace(directory, "segments_10", Damage.Seal(bytes))), expected);
    }

    [Theory]
    [InlineData("Lucene86", typeof(IndexFormatTooOldException))]
    [InlineData("Lucene94", typeof(IndexFormatTooNewException))]
    public void Read_SegmentOfOtherCodec_IsRefused(string codec, Type expected)
    {
        MemoryDirectory directory = new();
        WriteSample(directory);
        byte[] bytes = Damage.BytesOf(directory, "segments_10");
        int at = bytes.AsSpan().IndexOf("Lucene87"u8);
        System.Text.Encoding.ASCII.GetBytes(codec).CopyTo(bytes, at);
        Should.Throw(() => SegmentInfos.ReadLatest(Damage.Replace(directory, "segments_10", Damage.Seal(bytes))), expected);
    }

    [Fact]
    public void Read_CounterNotAboveASegment_Throws()
    {
        MemoryDirectory directory = new();
        SegmentInfos infos = WriteSample(directory);
        SegmentInfosFormat.Write(directory, "segments_11", infos with { Generation = 37, Counter = 35 }, CommitId);
        Should.Throw<CorruptIndexException>(() => SegmentInfos.ReadLatest(directory)).Message.ShouldContain("counter 35");
    }

    [Fact]
    public void Read_MoreDocumentsThanAnIndexMayHave_Throws()
    {
        MemoryDirectory directory = new();
        SegmentInfo big = WriteSegment(directory, "_0", IndexLimits.MaxDocs, 1);
        SegmentInfo one = WriteSegment(directory, "_1", 1, 2);
        SegmentInfosFormat.Write(directory, "segments_1", new SegmentInfos { Generation = 1, Counter = 2, Segments = [new SegmentCommitInfo { Info = big }] }, CommitId);
        SegmentInfos.ReadLatest(directory).MaxDoc.ShouldBe(IndexLimits.MaxDocs);
        SegmentInfosFormat.Write(directory, "segments_2", new SegmentInfos { Generation = 2, Counter = 2, Segments = [new SegmentCommitInfo { Info = big }, new SegmentCommitInfo { Info = one }] }, CommitId);
        Should.Throw<CorruptIndexException>(() => SegmentInfos.ReadLatest(directory));
    }

    [Fact]
    public void Read_TruncatedAnywhere_Throws()
    {
        MemoryDirectory directory = new();
        WriteSample(directory);
        foreach (byte[] cut in Damage.Truncations(Damage.BytesOf(directory, "segments_10")))
            Should.Throw<CorruptIndexException>(() => SegmentInfos.ReadLatest(Damage.Replace(directory, "segments_10", cut)));
    }

    [Fact]
    public void Read_AnyByteFlipped_Throws()
    {
        MemoryDirectory directory = new();
        WriteSample(directory);
        foreach (byte[] damaged in Damage.Flips(Seeds.Random(), Damage.BytesOf(directory, "segments_10")))
            Should.Throw<CorruptIndexException>(() => SegmentInfos.ReadLatest(Damage.Replace(directory, "segments_10", damaged)));
    }

    [Fact]
    public void Read_AnyByteFlippedUnderARightChecksum_ThrowsTypedOrReads()
    {
        MemoryDirectory directory = new();
        WriteSample(directory);
        foreach (byte[] damaged in Damage.SealedFlips(Seeds.Random(), Damage.BytesOf(directory, "segments_10")))
        {
            try
            {
                SegmentInfos.ReadLatest(Damage.Replace(directory, "segments_10", damaged)).Segments.Count.ShouldBeLessThan(3);
            }
            catch (IOException)
            {
                // Corrupt, too old, too new, or a .si that is not there.
            }
        }
    }

    [Fact]
    public void ReadLatest_NoCommit_SaysWhatIsThere()
    {
        MemoryDirectory directory = With("notes.txt", [1]);
        Should.Throw<IndexNotFoundException>(() => SegmentInfos.ReadLatest(directory)).Message.ShouldContain("notes.txt");
        Should.Throw<IndexNotFoundException>(() => SegmentInfos.ReadLatest(With("pending_segments_1", [1])));
    }

    [Fact]
    public void ReadLatest_OurEmptyCommit_PassesCheckIndex()
    {
        using TempFolder folder = new();
        using (FileSystemDirectory directory = new(folder.Path))
            SegmentInfosFormat.Write(directory, "segments_1", new SegmentInfos { Generation = 1, UserData = new Dictionary<string, string>(StringComparer.Ordinal) { ["schema"] = "1" } }, CommitId);
        Oracle.CheckIndex(folder.Path);
    }

    private static SegmentInfos WriteSample(MemoryDirectory directory)
    {
        SegmentCommitInfo first = new() { Info = WriteSegment(directory, "_0", 100, 1) };
        SegmentCommitInfo second = new()
        {
            Info = WriteSegment(directory, "_z", 50, 2),
            DeletesGen = 37,
            DeletedCount = 3,
            SoftDeletedCount = 2,
            FieldInfosGen = 2,
            DocValuesGen = 4,
            Id = CommitId,
            FieldInfosFiles = ["_z_2.fnm"],
            DocValuesUpdateFiles = new Dictionary<int, IReadOnlyCollection<string>> { [7] = ["_z_4_Lucene80_0.dvd", "_z_4_Lucene80_0.dvm"] },
        };
        SegmentInfos infos = new()
        {
            Generation = 36,
            Version = 9,
            Counter = 36,
            Segments = [first, second],
            UserData = new Dictionary<string, string>(StringComparer.Ordinal) { ["schema"] = "3", ["source"] = "/articles" },
        };
        SegmentInfosFormat.Write(directory, infos.FileName, infos, CommitId);
        return infos;
    }

    private static SegmentInfo WriteSegment(MemoryDirectory directory, string name, int maxDoc, byte id)
    {
        SegmentInfo segment = new() { Name = name, Id = Enumerable.Repeat(id, 16).ToArray(), MaxDoc = maxDoc, Files = [name + ".si"] };
        Lucene86SegmentInfoFormat.Write(directory, segment);
        return segment;
    }

    private static MemoryDirectory With(string name, byte[] bytes)
    {
        MemoryDirectory directory = new();
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(bytes);
        return directory;
    }
}
