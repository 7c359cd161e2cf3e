using System.Globalization;
using System.Text;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene87;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene87;

public sealed class StoredFieldsTests
{
    private static readonly FieldInfos Fields = new(Enumerable.Range(0, 6).Select(i => new FieldInfo { Name = $"f{i}", Number = i * 3 }));

    [Theory]
    [InlineData(1, 1, 40)]
    [InlineData(2, 7, 300)]
    [InlineData(3, 1024, 20)]
    [InlineData(4, 1025, 10)]
    [InlineData(5, 5000, 200)]
    [InlineData(6, 20, 60_000)]
    [InlineData(7, 3, 2_500_000)]
    public void VisitDocument_WhatWasStored_ComesBack(int seed, int docs, int maxLength)
    {
        var random = new Random(seed);
        using var directory = new MemoryDirectory();
        SegmentInfo segment = Segment(docs);
        var expected = new List<List<string>>();
        using (var writer = new Lucene87StoredFieldsWriter(new SegmentWriteState(directory, segment, Fields)))
        {
            for (int doc = 0; doc < docs; doc++) expected.Add(WriteRandomDocument(writer, random, maxLength));
            writer.Finish(docs);
        }

        var reader = new Lucene87StoredFieldsReader(new SegmentReadState(directory, segment, Fields));
        foreach (int doc in Enumerable.Range(0, docs).OrderBy(_ => random.Next()).Take(500)) Read(reader, doc).ShouldBe(expected[doc], $"document {doc}");
        var cursor = new StoredFieldsCursor(reader);
        foreach (int doc in Enumerable.Range(0, docs).Concat([docs / 2, 0, docs - 1])) Read(cursor.VisitDocument, doc).ShouldBe(expected[doc], $"document {doc}");
    }

    [Fact]
    public void VisitDocument_EmptyDocuments_DeliverNothing()
    {
        using var directory = new MemoryDirectory();
        SegmentInfo segment = Segment(3);
        using (var writer = new Lucene87StoredFieldsWriter(new SegmentWriteState(directory, segment, Fields)))
        {
            for (int doc = 0; doc < 3; doc++)
            {
                writer.StartDocument();
                writer.FinishDocument();
            }

            writer.Finish(3);
        }

        var reader = new Lucene87StoredFieldsReader(new SegmentReadState(directory, segment, Fields));
        for (int doc = 0; doc < 3; doc++) Read(reader, doc).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => Read(reader, 3));
    }

    [Fact]
    public void Numbers_EdgeValues_RoundTrip()
    {
        float[] singles = [0, -0f, -1, 1, 125, 126, -2, 0.5f, -0.5f, float.MaxValue, float.MinValue, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon];
        double[] doubles = [0, -0d, -1, 124, 125, -2, 0.5, 0.1, -0.1, 1e300, double.NaN, double.NegativeInfinity, double.Epsilon, int.MinValue];
        long[] longs = [0, 1, -1, 15, 16, -16, 1000, 999, 3_600_000, 86_400_000, -86_400_000, 1_700_000_000_000, long.MaxValue, long.MinValue];
        var output = new MemoryOutput();
        foreach (float value in singles) StoredNumber.WriteSingle(output, value);
        foreach (double value in doubles) StoredNumber.WriteDouble(output, value);
        foreach (long value in longs) StoredNumber.WriteInt64(output, value);
        var input = new IndexInput("numbers", output.ToArray());
        foreach (float value in singles) BitConverter.SingleToInt32Bits(StoredNumber.ReadSingle(input)).ShouldBe(BitConverter.SingleToInt32Bits(value));
        foreach (double value in doubles) BitConverter.DoubleToInt64Bits(StoredNumber.ReadDouble(input)).ShouldBe(BitConverter.DoubleToInt64Bits(value));
        foreach (long value in longs) StoredNumber.ReadInt64(input).ShouldBe(value);
    }

    [Fact]
    public void VisitDocument_DamagedBytesBehindAGoodChecksum_AreReportedOrRead()
    {
        var random = new Random(11);
        using var directory = new MemoryDirectory();
        SegmentInfo segment = Segment(30);
        using (var writer = new Lucene87StoredFieldsWriter(new SegmentWriteState(directory, segment, Fields)))
        {
            for (int doc = 0; doc < 30; doc++) WriteRandomDocument(writer, random, 50);
            writer.Finish(30);
        }

        byte[] data = directory.OpenInput("_0.fdt").Span.ToArray();
        for (int round = 0; round < 2000; round++)
        {
            byte[] damaged = (byte[])data.Clone();
            damaged[random.Next(60, data.Length - 16)] ^= (byte)(1 << random.Next(8));
            using var copy = new MemoryDirectory();
            foreach (string name in new[] { "_0.fdm", "_0.fdx" }) Write(copy, name, directory.OpenInput(name).Span.ToArray());
            WriteWithFooter(copy, "_0.fdt", damaged.AsSpan(0, data.Length - 16));
            try
            {
                var reader = new Lucene87StoredFieldsReader(new SegmentReadState(copy, segment, Fields));
                for (int doc = 0; doc < 30; doc++) Read(reader, doc);
            }
            catch (CorruptIndexException e)
            {
                e.FileName.ShouldStartWith("_0.fdt");
            }
        }
    }

    private static SegmentInfo Segment(int docs) => new()
    {
        Name = "_0",
        Id = new byte[16],
        MaxDoc = docs,
        Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Lucene87StoredFieldsFormat.ModeAttribute] = Lucene87StoredFieldsFormat.BestSpeed },
    };

    private static void Write(MemoryDirectory directory, string name, byte[] bytes)
    {
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(bytes);
    }

    private static void WriteWithFooter(MemoryDirectory directory, string name, ReadOnlySpan<byte> bytes)
    {
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(bytes);
        CodecUtil.WriteFooter(output);
    }

    private static List<string> WriteRandomDocument(Lucene87StoredFieldsWriter writer, Random random, int maxLength)
    {
        var lines = new List<string>();
        writer.StartDocument();
        for (int i = random.Next(0, 6); i > 0; i--)
        {
            FieldInfo field = Fields.ElementAt(random.Next(6));
            switch (random.Next(6))
            {
                case 0:
                    string text = new((char)random.Next('a', 'ÿ'), random.Next(maxLength));
                    writer.WriteField(field, text);
                    lines.Add($"{field.Name} s {text}");
                    break;
                case 1:
                    byte[] bytes = new byte[random.Next(maxLength)];
                    random.NextBytes(bytes);
                    writer.WriteField(field, bytes.AsSpan());
                    lines.Add($"{field.Name} b {Convert.ToHexString(bytes)}");
                    break;
                case 2:
                    int int32 = random.Next(int.MinValue, int.MaxValue) >> random.Next(32);
                    writer.WriteField(field, int32);
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} i {int32}"));
                    break;
                case 3:
                    long int64 = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
                    writer.WriteField(field, int64);
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} l {int64}"));
                    break;
                case 4:
                    float single = random.Next(2) == 0 ? random.Next(-5, 200) : random.NextSingle() - 0.5f;
                    writer.WriteField(field, single);
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} f {single:R}"));
                    break;
                default:
                    double real = random.Next(2) == 0 ? random.Next(-5, 200) : random.NextDouble() - 0.5;
                    writer.WriteField(field, real);
                    lines.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} d {real:R}"));
                    break;
            }
        }

        writer.FinishDocument();
        return lines;
    }

    private static List<string> Read(Lucene87StoredFieldsReader reader, int doc) => Read(reader.VisitDocument, doc);

    private static List<string> Read(Action<int, StoredFieldVisitor> visit, int doc)
    {
        var lines = new Lines();
        visit(doc, lines);
        return lines.All;
    }

    private sealed class Lines : StoredFieldVisitor
    {
        public List<string> All { get; } = [];

        public override Decision NeedsField(FieldInfo field) => Decision.Yes;

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8) => All.Add($"{field.Name} s {Encoding.UTF8.GetString(utf8)}");

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value) => All.Add($"{field.Name} b {Convert.ToHexString(value)}");

        public override void Int32Field(FieldInfo field, int value) => All.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} i {value}"));

        public override void Int64Field(FieldInfo field, long value) => All.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} l {value}"));

        public override void SingleField(FieldInfo field, float value) => All.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} f {value:R}"));

        public override void DoubleField(FieldInfo field, double value) => All.Add(string.Create(CultureInfo.InvariantCulture, $"{field.Name} d {value:R}"));
    }
}
