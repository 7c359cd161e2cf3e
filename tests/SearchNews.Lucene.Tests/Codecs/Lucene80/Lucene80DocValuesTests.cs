using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

public sealed class Lucene80DocValuesTests
{
    private const int Rounds = 20;
    private const string Suffix = "Lucene80_0";

    [Fact]
    public void AddNumericField_TwoValues_GivesTheBytesOfTheFormat()
    {
        FieldInfo field = Field(0, DocValuesType.Numeric);
        MemoryDirectory directory = Write(2, [field], w => w.AddNumericField(field, () => new ListedNumbers([0, 1], [100, 114])));

        Body(directory, "dvd", Lucene80DocValuesFormat.DataCodec).ShouldBe("40000000");
        Body(directory, "dvm", Lucene80DocValuesFormat.MetaCodec).ShouldBe(
            "00000000" + "00"                                               // field 0, NUMERIC
            + "ffffffffffffffff" + "0000000000000000" + "ffff" + "ff"       // all documents
            + "0000000000000002" + "ffffffff" + "01"                        // 2 values, no table, 1 bit
            + "0000000000000064" + "000000000000000e"                       // min 100, gcd 14
            + "0000000000000039" + "0000000000000004" + "ffffffffffffffff"  // where the data is; no blocks
            + "ffffffff");
        CodecUtil.IndexHeaderLength(Lucene80DocValuesFormat.DataCodec, Suffix).ShouldBe(0x39);
        directory.OpenInput("_0_Lucene80_0.dvm").Span[CodecUtil.IndexHeaderLength(Lucene80DocValuesFormat.MetaCodec, Suffix) - 28].ShouldBe((byte)1, "version");
    }

    [Fact]
    public void GetNumeric_AnyNumbers_ComeBack()
    {
        FieldInfo field = Field(3, DocValuesType.Numeric);
        for (int round = 0; round < Rounds; round++)
        {
            Random random = Seeds.Random(round);
            int maxDoc = MaxDoc(random, round);
            int[] docs = SomeDocs.Any(random, maxDoc);
            long[] values = SomeDocs.Numbers(random, docs.Length);
            Lucene80DocValuesReader reader = Open(Write(maxDoc, [field], w => w.AddNumericField(field, () => new ListedNumbers(docs, values))), maxDoc, [field]);

            NumericDocValues all = reader.GetNumeric(field)!;
            Walk(all, docs, i => all.LongValue == values[i], round);
            NumericDocValues exact = reader.GetNumeric(field)!;
            Jump(exact, docs, maxDoc, random, i => exact.LongValue == values[i], round);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3 + (70_000 / 8))]
    [InlineData(2, 3 + (2 * 70_000))]
    [InlineData(3, (5 * 9) + (3 * (4 + 3)) + ((70_000 - 32_768) * 12 / 8) + (6 * 8))]
    public void AddNumericField_ShapeOfValues_TakesTheRoomOfItsForm(int shape, long expectedBytes)
    {
        const int MaxDoc = 70_000;
        FieldInfo field = Field(0, DocValuesType.Numeric);
        long[] values = [.. Enumerable.Range(0, MaxDoc).Select(i => shape switch
        {
            0 => 1L << 60,                                       // constant: no room
            1 => i % 2 == 0 ? long.MinValue : 77,                // table: a bit each
            2 => -1_000_000_007L + (86_400_000L * (i % 60_000)), // multiples: 16 bits each
            _ => i < 32_768 ? 5 : i * 37L % 4096,                // blocks: two of no bits, three of 12
        })];
        MemoryDirectory directory = Write(MaxDoc, [field], w => w.AddNumericField(field, () => new ListedNumbers([.. Enumerable.Range(0, MaxDoc)], values)));
        int framing = CodecUtil.IndexHeaderLength(Lucene80DocValuesFormat.DataCodec, Suffix) + CodecUtil.FooterLength;
        (directory.FileLength("_0_Lucene80_0.dvd") - framing).ShouldBe(expectedBytes);
    }

    [Fact]
    public void GetSortedNumeric_AnyLists_ComeBack()
    {
        FieldInfo field = Field(3, DocValuesType.SortedNumeric);
        for (int round = 0; round < Rounds; round++)
        {
            Random random = Seeds.Random(round);
            int maxDoc = MaxDoc(random, round);
            int[] docs = SomeDocs.Any(random, maxDoc);
            int most = random.Next(1, 4);
            long[][] values = [.. docs.Select(_ => SomeDocs.Numbers(random, random.Next(1, most + 1)).Order().ToArray())];
            Lucene80DocValuesReader reader = Open(Write(maxDoc, [field], w => w.AddSortedNumericField(field, () => new ListedNumberLists(docs, values))), maxDoc, [field]);

            SortedNumericDocValues all = reader.GetSortedNumeric(field)!;
            Walk(all, docs, i => Values(all).SequenceEqual(values[i]), round);
            SortedNumericDocValues exact = reader.GetSortedNumeric(field)!;
            Jump(exact, docs, maxDoc, random, i => Values(exact).SequenceEqual(values[i]), round);
        }
    }

    [Fact]
    public void GetBinary_AnyBytes_ComeBack()
    {
        FieldInfo field = Field(3, DocValuesType.Binary);
        for (int round = 0; round < Rounds; round++)
        {
            Random random = Seeds.Random(round);
            int maxDoc = random.Next(1, 2000);
            int[] docs = SomeDocs.Any(random, maxDoc);
            int most = Some.Of(random, 0, 1, 20, 2000);
            bool sameLength = random.Next(2) == 0;
            byte[][] values = [.. docs.Select(_ => Some.CompressibleBytes(random, sameLength ? most : random.Next(most + 1)))];
            Lucene80DocValuesReader reader = Open(Write(maxDoc, [field], w => w.AddBinaryField(field, () => new ListedBytes(docs, values))), maxDoc, [field]);

            BinaryDocValues all = reader.GetBinary(field)!;
            Walk(all, docs, i => all.BinaryValue.SequenceEqual(values[i]), round);
            BinaryDocValues exact = reader.GetBinary(field)!;
            Jump(exact, docs, maxDoc, random, i => exact.BinaryValue.SequenceEqual(values[i]), round);
        }
    }

    [Fact]
    public void GetSorted_AnyTerms_ComeBack()
    {
        FieldInfo field = Field(3, DocValuesType.Sorted);
        for (int round = 0; round < Rounds; round++)
        {
            Random random = Seeds.Random(round);
            int maxDoc = MaxDoc(random, round);
            int[] docs = SomeDocs.Any(random, maxDoc);
            byte[][] terms = SomeDocs.Terms(random, Math.Min(docs.Length, Some.Of(random, 1, 2, 16, 17, 3000)));
            int[] ords = [.. docs.Select((_, i) => i < terms.Length ? i : random.Next(terms.Length))];
            Lucene80DocValuesReader reader = Open(Write(maxDoc, [field], w => w.AddSortedField(field, () => new ListedOrds(docs, ords, terms))), maxDoc, [field]);

            SortedDocValues all = reader.GetSorted(field)!;
            all.ValueCount.ShouldBe(terms.Length);
            Walk(all, docs, i => all.OrdValue == ords[i], round);
            SortedDocValues exact = reader.GetSorted(field)!;
            Jump(exact, docs, maxDoc, random, i => exact.LookupOrd(exact.OrdValue).SequenceEqual(terms[ords[i]]), round);
        }
    }

    [Fact]
    public void GetSortedSet_AnySets_ComeBack()
    {
        FieldInfo field = Field(3, DocValuesType.SortedSet);
        for (int round = 0; round < Rounds; round++)
        {
            Random random = Seeds.Random(round);
            int maxDoc = MaxDoc(random, round);
            int[] docs = SomeDocs.Any(random, maxDoc);
            byte[][] terms = SomeDocs.Terms(random, Math.Min(docs.Length, Some.Of(random, 1, 5, 2000)));
            int most = random.Next(4);
            long[][] ords = [.. docs.Select((_, i) => Ords(random, i < terms.Length ? i : random.Next(terms.Length), most, terms.Length))];
            Lucene80DocValuesReader reader = Open(Write(maxDoc, [field], w => w.AddSortedSetField(field, () => new ListedOrdSets(docs, ords, terms))), maxDoc, [field]);

            SortedSetDocValues all = reader.GetSortedSet(field)!;
            all.ValueCount.ShouldBe(terms.Length);
            Walk(all, docs, i => Values(all).SequenceEqual(ords[i]), round);
            SortedSetDocValues exact = reader.GetSortedSet(field)!;
            Jump(exact, docs, maxDoc, random, i => Values(exact).SequenceEqual(ords[i]), round);
            for (int ord = 0; ord < terms.Length; ord += 1 + random.Next(5))
            {
                if (!exact.LookupOrd(ord).SequenceEqual(terms[ord]) || exact.LookupTerm(terms[ord]) != ord) Assert.Fail($"round {round}: term {ord}");
            }
        }
    }

    [Fact]
    public void GetNumeric_OtherFieldOrType_IsNull()
    {
        FieldInfo numeric = Field(3, DocValuesType.Numeric);
        FieldInfo absent = Field(4, DocValuesType.Sorted);
        Lucene80DocValuesReader reader = Open(Write(1, [numeric], w => w.AddNumericField(numeric, () => new ListedNumbers([0], [1]))), 1, [numeric, absent]);
        reader.GetNumeric(numeric).ShouldNotBeNull();
        reader.GetSortedNumeric(numeric).ShouldBeNull();
        reader.GetSorted(absent).ShouldBeNull();
        reader.CheckIntegrity();
    }

    [Fact]
    public void Open_FieldOfAnotherType_IsCorrupt()
    {
        FieldInfo field = Field(3, DocValuesType.Numeric);
        MemoryDirectory directory = Write(1, [field], w => w.AddNumericField(field, () => new ListedNumbers([0], [1])));
        Should.Throw<CorruptIndexException>(() => Open(directory, 1, [field with { DocValuesType = DocValuesType.Binary }])).FileName.ShouldBe("_0_Lucene80_0.dvm");
        Should.Throw<CorruptIndexException>(() => Open(directory, 1, [field with { Number = 4 }]));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(2, Lucene80DocValuesFormat.BestSpeed)]
    public void GetBinary_PlainOfOtherVersions_IsRead(int version, string? mode)
    {
        FieldInfo field = Field(1, DocValuesType.Binary) with { Attributes = mode is null ? new Dictionary<string, string>() : new() { [Lucene80DocValuesFormat.ModeAttribute] = mode } };
        MemoryDirectory directory = new();
        var state = new SegmentWriteState(directory, Segment(3), new FieldInfos([field]), Suffix);
        using (IndexOutput meta = state.Create("dvm", Lucene80DocValuesFormat.MetaCodec, version))
        using (IndexOutput data = state.Create("dvd", Lucene80DocValuesFormat.DataCodec, version))
        {
            long start = data.Position;
            data.WriteBytes("onetwosix"u8);
            CodecUtil.WriteFooter(data);
            meta.WriteInt32(1);
            meta.WriteByte(1);
            meta.WriteInt64(start);
            meta.WriteInt64(9);
            DocsWithField.Write(meta, data, () => new ListedDocs([0, 1, 2]), 3, 3);
            foreach (int number in new[] { 3, 3, 3, -1 }) meta.WriteInt32(number);
            CodecUtil.WriteFooter(meta);
        }

        BinaryDocValues values = Open(directory, 3, [field]).GetBinary(field)!;
        values.AdvanceExact(1).ShouldBeTrue();
        values.BinaryValue.ToArray().ShouldBe("two"u8.ToArray());
        if (mode is not null) Should.Throw<CorruptIndexException>(() => Open(directory, 3, [field with { Attributes = new Dictionary<string, string>() }])).Message.ShouldContain("mode");
    }

    private static long[] Ords(Random random, int first, int more, int count)
    {
        SortedSet<long> ords = [first];
        for (int i = random.Next(more + 1); i > 0; i--) ords.Add(random.Next(count));
        return [.. ords];
    }

    private static List<long> Values(SortedNumericDocValues values) => [.. Enumerable.Range(0, values.ValueCount).Select(_ => values.NextValue())];

    private static List<long> Values(SortedSetDocValues values)
    {
        List<long> ords = [];
        for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd()) ords.Add(ord);
        return values.NextOrd() == SortedSetDocValues.NoMoreOrds ? ords : throw new InvalidOperationException("An ordinal came after the last one.");
    }

    private static void Walk(DocValuesIterator values, int[] docs, Func<int, bool> isValueOf, int round)
    {
        for (int i = 0; i < docs.Length; i++)
        {
            if (values.NextDoc() != docs[i] || !isValueOf(i)) Assert.Fail($"round {round}: expected document {docs[i]}, came to {values.DocId}, or its value is wrong");
        }

        values.NextDoc().ShouldBe(DocIdSetIterator.NoMoreDocs);
    }

    private static void Jump(DocValuesIterator values, int[] docs, int maxDoc, Random random, Func<int, bool> isValueOf, int round)
    {
        int step = Some.Of(random, 2, 50);
        for (int doc = random.Next(step); doc < maxDoc; doc += 1 + random.Next(step))
        {
            int place = Array.BinarySearch(docs, doc);
            if (random.Next(2) == 0)
            {
                if (values.AdvanceExact(doc) != place >= 0) Assert.Fail($"round {round}: AdvanceExact({doc})");
            }
            else
            {
                if (place < 0) place = ~place;
                int expected = place == docs.Length ? DocIdSetIterator.NoMoreDocs : docs[place];
                if (values.DocId < doc && values.Advance(doc) != expected) Assert.Fail($"round {round}: Advance({doc}) came to {values.DocId}");
                if (place == docs.Length) return;
                doc = expected;
            }

            if (place >= 0 && !isValueOf(place)) Assert.Fail($"round {round}: value of {doc}");
        }
    }

    private static int MaxDoc(Random random, int round) => round % 10 == 9 ? random.Next(60_000, 140_000) : random.Next(1, 4000);

    private static FieldInfo Field(int number, DocValuesType type) => new() { Name = $"f{number}", Number = number, DocValuesType = type };

    private static SegmentInfo Segment(int maxDoc) => new() { Name = "_0", Id = new byte[16], MaxDoc = maxDoc };

    private static MemoryDirectory Write(int maxDoc, FieldInfo[] fields, Action<Lucene80DocValuesWriter> write)
    {
        MemoryDirectory directory = new();
        using var writer = new Lucene80DocValuesWriter(new SegmentWriteState(directory, Segment(maxDoc), new FieldInfos(fields), Suffix));
        write(writer);
        writer.Finish();
        return directory;
    }

    private static Lucene80DocValuesReader Open(MemoryDirectory directory, int maxDoc, FieldInfo[] fields) =>
        new(new SegmentReadState(directory, Segment(maxDoc), new FieldInfos(fields), Suffix));

    private static string Body(MemoryDirectory directory, string extension, string codec)
    {
        byte[] bytes = Damage.BytesOf(directory, $"_0_{Suffix}.{extension}");
        return Convert.ToHexStringLower(bytes[CodecUtil.IndexHeaderLength(codec, Suffix)..^CodecUtil.FooterLength]);
    }
}
