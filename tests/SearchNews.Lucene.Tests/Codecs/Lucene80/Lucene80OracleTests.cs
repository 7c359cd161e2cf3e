using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene50;
using SearchNews.Lucene.Codecs.Lucene60;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

/// <summary>Apache Lucene writes and we read; then we write the same columns into its index and it reads them.</summary>
public sealed class Lucene80OracleTests
{
    private const string Suffix = "Lucene80_0";
    private static readonly int MetaHeader = CodecUtil.IndexHeaderLength(Lucene80DocValuesFormat.MetaCodec, Suffix);
    private static readonly int DataHeader = CodecUtil.IndexHeaderLength(Lucene80DocValuesFormat.DataCodec, Suffix);

    [Theory]
    [InlineData("docvalues")]
    [InlineData("bestcompression")]
    [InlineData("simple")]
    [InlineData("multi")]
    public void DocValues_IndexByLucene_ReadAsLuceneReadsThem(string kind)
    {
        string folder = Oracle.SharedIndex(kind);
        string ours = string.Concat(Segments(folder).Select(s => DocValuesText.OfDocValues(s with { Suffix = Suffix })));
        ours.ShouldHaveTheLinesOf(Oracle.DumpIndex(folder, "docvalues"));
    }

    [Theory]
    [InlineData("simple")]
    [InlineData("multi")]
    [InlineData("bigpostings")]
    public void Norms_IndexByLucene_ReadAsLuceneReadsThem(string kind)
    {
        string folder = Oracle.SharedIndex(kind);
        string.Concat(Segments(folder).Select(DocValuesText.OfNorms)).ShouldHaveTheLinesOf(Oracle.DumpIndex(folder, "norms"));
    }

    [Fact]
    public void DocValues_UpdatesByLucene_ReadAsLuceneReadsThem()
    {
        string folder = Oracle.SharedIndex("dvupdates");
        var directory = new FileSystemDirectory(folder);
        string ours = "";
        foreach (SegmentCommitInfo segment in SegmentInfos.ReadLatest(directory).Segments)
        {
            FieldInfos fields = Lucene60FieldInfosFormat.Read(directory, segment.Info, IndexFileNames.Base36(segment.FieldInfosGen));
            var core = new Lucene80DocValuesReader(new SegmentReadState(Files(directory, segment.Info), segment.Info, fields, Suffix));
            foreach (FieldInfo field in fields.OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                Lucene80DocValuesReader reader = field.DocValuesGen < 0
                    ? core
                    : new Lucene80DocValuesReader(new SegmentReadState(directory, segment.Info, fields, $"{IndexFileNames.Base36(field.DocValuesGen)}_{Suffix}"));
                ours += DocValuesText.OfDocValues([field], reader);
            }
        }

        ours.ShouldHaveTheLinesOf(Oracle.DumpIndex(folder, "docvalues"));
    }

    [Theory]
    [InlineData("docvalues")]
    [InlineData("bestcompression")]
    [InlineData("simple")]
    public void DocValues_RewrittenByUs_AreTheSameToLucene(string kind)
    {
        string original = Oracle.SharedIndex(kind);
        using TempFolder copy = Copy(original);
        SegmentReadState state = Segments(copy.Path).ShouldHaveSingleItem() with { Suffix = Suffix };
        var reader = new Lucene80DocValuesReader(state);
        state.Directory.DeleteFile(state.FileName("dvm"));
        state.Directory.DeleteFile(state.FileName("dvd"));
        using (var writer = new Lucene80DocValuesWriter(new SegmentWriteState(state.Directory, state.Segment, state.Fields, Suffix)))
        {
            foreach (FieldInfo field in state.Fields) Rewrite(writer, reader, field);
            writer.Finish();
        }

        Oracle.CheckIndex(copy.Path, slow: false);
        Oracle.DumpIndex(copy.Path, "docvalues").ShouldHaveTheLinesOf(Oracle.DumpIndex(original, "docvalues"));
    }

    [Theory]
    [InlineData("news")]
    [InlineData("multi")]
    [InlineData("docvalues")]
    public void DocValues_RewrittenByUs_AreTheBytesOfLucene(string kind)
    {
        foreach (SegmentReadState state in Segments(Oracle.SharedIndex(kind)).Select(s => s with { Suffix = Suffix }))
        {
            var reader = new Lucene80DocValuesReader(state);
            FieldInfo[] fields = [.. FieldsBeforeBinary(state, reader)];
            fields.ShouldNotBeEmpty();
            MemoryDirectory ours = new();
            using (var writer = new Lucene80DocValuesWriter(new SegmentWriteState(ours, state.Segment, state.Fields, Suffix)))
            {
                foreach (FieldInfo field in fields) Rewrite(writer, reader, field);
                writer.Finish();
            }

            ShouldStartWith(Body(state, "dvm", MetaHeader), Body(state with { Directory = ours }, "dvm", MetaHeader).AsSpan(..^4));
            ShouldStartWith(Body(state, "dvd", DataHeader), Body(state with { Directory = ours }, "dvd", DataHeader));
        }
    }

    [Theory]
    [InlineData("simple")]
    [InlineData("bigpostings")]
    public void Norms_RewrittenByUs_AreTheSameToLuceneByteForByte(string kind)
    {
        string original = Oracle.SharedIndex(kind);
        SegmentReadState state = Segments(original).ShouldHaveSingleItem();
        var reader = new Lucene80NormsReader(state);
        MemoryDirectory ours = new();
        using (var writer = new Lucene80NormsWriter(new SegmentWriteState(ours, state.Segment, state.Fields)))
        {
            foreach (FieldInfo field in state.Fields.Where(f => f.HasNorms)) writer.AddField(field, () => reader.GetNorms(field)!);
            writer.Finish();
        }

        foreach (string file in ours.ListAll())
            Convert.ToHexStringLower(Damage.BytesOf(ours, file)).ShouldBe(Convert.ToHexStringLower(Damage.BytesOf(state.Directory, file)));
    }

    // In the order of Lucene's file, up to the first BINARY field: Lucene 8.8 writes version 2, which differs in those.
    private static IEnumerable<FieldInfo> FieldsBeforeBinary(SegmentReadState state, Lucene80DocValuesReader reader)
    {
        IndexInput meta = state.Directory.OpenInput(state.FileName("dvm"));
        meta.Position = MetaHeader;
        while (state.Fields.Find(meta.ReadInt32()) is { DocValuesType: not DocValuesType.Binary } field)
        {
            yield return field;
            MemoryDirectory alone = new();
            using (var writer = new Lucene80DocValuesWriter(new SegmentWriteState(alone, state.Segment, state.Fields, Suffix)))
            {
                Rewrite(writer, reader, field);
                writer.Finish();
            }

            meta.Skip(Body(state with { Directory = alone }, "dvm", MetaHeader).Length - 8);
        }
    }

    private static byte[] Body(SegmentReadState state, string extension, int header) =>
        Damage.BytesOf(state.Directory, state.FileName(extension))[header..^CodecUtil.FooterLength];

    private static void ShouldStartWith(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> start)
    {
        int same = whole.CommonPrefixLength(start);
        if (same < start.Length) Assert.Fail($"byte {same} of {start.Length} behind the header is another one than Lucene's");
    }

    private static void Rewrite(Lucene80DocValuesWriter writer, Lucene80DocValuesReader reader, FieldInfo field)
    {
        switch (field.DocValuesType)
        {
            case DocValuesType.Numeric:
                writer.AddNumericField(field, () => reader.GetNumeric(field)!);
                break;
            case DocValuesType.Binary:
                writer.AddBinaryField(field, () => reader.GetBinary(field)!);
                break;
            case DocValuesType.Sorted:
                writer.AddSortedField(field, () => reader.GetSorted(field)!);
                break;
            case DocValuesType.SortedSet:
                writer.AddSortedSetField(field, () => reader.GetSortedSet(field)!);
                break;
            case DocValuesType.SortedNumeric:
                writer.AddSortedNumericField(field, () => reader.GetSortedNumeric(field)!);
                break;
        }
    }

    private static IEnumerable<SegmentReadState> Segments(string folder)
    {
        var directory = new FileSystemDirectory(folder);
        foreach (SegmentCommitInfo segment in SegmentInfos.ReadLatest(directory).Segments)
        {
            IndexDirectory files = Files(directory, segment.Info);
            yield return new SegmentReadState(files, segment.Info, Lucene60FieldInfosFormat.Read(files, segment.Info));
        }
    }

    private static IndexDirectory Files(IndexDirectory directory, SegmentInfo segment) =>
        segment.IsCompoundFile ? CompoundDirectory.Open(directory, segment) : directory;

    private static TempFolder Copy(string folder)
    {
        TempFolder copy = new();
        foreach (string file in Directory.EnumerateFiles(folder)) File.Copy(file, copy.Combine(Path.GetFileName(file)));
        return copy;
    }
}
