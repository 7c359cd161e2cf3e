using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

public sealed class Lucene80NormsTests
{
    private static readonly FieldInfos Fields = new(Enumerable.Range(0, 8).Select(i => new FieldInfo { Name = $"f{i}", Number = i * 2, IndexOptions = IndexOptions.Docs }));

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(3000)]
    [InlineData(70_000)]
    public void GetNorms_WhatWasWritten_ComesBack(int maxDoc)
    {
        Random random = Seeds.Random(maxDoc);
        SegmentInfo segment = Segment(maxDoc);
        MemoryDirectory directory = new();
        var expected = new Dictionary<FieldInfo, (int[] Docs, long[] Norms)>();
        using (var writer = new Lucene80NormsWriter(new SegmentWriteState(directory, segment, Fields)))
        {
            int width = 0;
            foreach (FieldInfo field in Fields.SkipLast(1))
            {
                int[] docs = width < 2 ? [.. Enumerable.Range(0, maxDoc)] : SomeDocs.Any(random, maxDoc);
                long[] norms = [.. docs.Select(_ => random.NextInt64(long.MinValue, long.MaxValue) >> (64 - Math.Max(1, (8 * width) - 1)) >> (width == 0 ? 63 : 0))];
                expected[field] = (docs, norms);
                writer.AddField(field, () => new ListedNumbers(docs, norms));
                width = (width + 1) % 5;
            }

            writer.Finish();
        }

        var reader = new Lucene80NormsReader(new SegmentReadState(directory, segment, Fields));
        foreach ((FieldInfo field, (int[] docs, long[] norms)) in expected)
        {
            NumericDocValues read = reader.GetNorms(field)!;
            for (int i = 0; i < docs.Length; i++)
            {
                if (read.NextDoc() != docs[i] || read.LongValue != norms[i]) Assert.Fail($"{field.Name}: expected {docs[i]} {norms[i]}, got {read.DocId} {read.LongValue}");
            }

            read.NextDoc().ShouldBe(DocIdSetIterator.NoMoreDocs);

            NumericDocValues exact = reader.GetNorms(field)!;
            for (int doc = random.Next(3); doc < maxDoc; doc += 1 + random.Next(3))
            {
                int place = Array.BinarySearch(docs, doc);
                if (exact.AdvanceExact(doc) != place >= 0 || (place >= 0 && exact.LongValue != norms[place])) Assert.Fail($"{field.Name}: wrong at {doc}");
            }
        }

        reader.GetNorms(Fields.Last()).ShouldBeNull();
        reader.CheckIntegrity();
    }

    [Fact]
    public void GetNorms_BytesOfEveryDocument_AreThereAsASpan()
    {
        SegmentInfo segment = Segment(3);
        MemoryDirectory directory = new();
        FieldInfo field = Fields.First();
        Write(directory, segment, field, [0, 1, 2], [5, -128, 127]);
        NumericDocValues norms = new Lucene80NormsReader(new SegmentReadState(directory, segment, Fields)).GetNorms(field)!;
        norms.ShouldBeOfType<DenseByteNorms>().Bytes.ToArray().ShouldBe([5, 128, 127]);
    }

    [Fact]
    public void Finish_SparseBytes_GivesTheBytesOfTheFormat()
    {
        SegmentInfo segment = Segment(4);
        MemoryDirectory directory = new();
        Write(directory, segment, Fields.Find("f1")!, [1, 3], [7, -1]);
        int metaHeader = CodecUtil.IndexHeaderLength(Lucene80NormsFormat.MetaCodec, "");
        int dataHeader = CodecUtil.IndexHeaderLength(Lucene80NormsFormat.DataCodec, "");
        Body(directory, "_0.nvd", dataHeader).ShouldBe("0000" + "0001" + "00010003" + "7fff0000ffff" + "07ff");
        Body(directory, "_0.nvm", metaHeader).ShouldBe(
            "00000002" + $"{dataHeader:x16}" + "000000000000000e" + "0000" + "09" + "00000002" + "01" + $"{dataHeader + 14:x16}" + "ffffffff");
    }

    [Fact]
    public void Open_DamagedFile_IsReportedOrReadable()
    {
        Random random = Seeds.Random();
        SegmentInfo segment = Segment(60);
        MemoryDirectory directory = new();
        using (var writer = new Lucene80NormsWriter(new SegmentWriteState(directory, segment, Fields)))
        {
            foreach (FieldInfo field in Fields.Take(3))
            {
                int[] docs = Some.SortedDocs(random, 60, field.Number == 0 ? 60 : 25);
                long[] norms = Some.Longs(random, docs.Length, field.Number == 2 ? 20 : 7);
                writer.AddField(field, () => new ListedNumbers(docs, norms));
            }

            writer.Finish();
        }

        foreach (string file in directory.ListAll())
        {
            byte[] sound = Damage.BytesOf(directory, file);
            foreach (byte[] cut in Damage.Truncations(sound)) Should.Throw<CorruptIndexException>(() => ReadAll(Damage.Replace(directory, file, cut), segment));
            foreach (byte[] flipped in Damage.SealedFlips(random, sound))
            {
                try
                {
                    ReadAll(Damage.Replace(directory, file, flipped), segment);
                }
                catch (Exception e) when (e is CorruptIndexException or IndexFormatTooNewException or IndexFormatTooOldException)
                {
                    e.Message.ShouldContain("_0.nv");
                }
            }
        }
    }

    private static void ReadAll(MemoryDirectory directory, SegmentInfo segment)
    {
        var reader = new Lucene80NormsReader(new SegmentReadState(directory, segment, Fields));
        foreach (FieldInfo field in Fields)
        {
            if (reader.GetNorms(field) is not { } norms) continue;
            while (norms.NextDoc() != DocIdSetIterator.NoMoreDocs) _ = norms.LongValue;
        }
    }

    private static void Write(MemoryDirectory directory, SegmentInfo segment, FieldInfo field, int[] docs, long[] norms)
    {
        using var writer = new Lucene80NormsWriter(new SegmentWriteState(directory, segment, Fields));
        writer.AddField(field, () => new ListedNumbers(docs, norms));
        writer.Finish();
    }

    private static string Body(MemoryDirectory directory, string file, int header)
    {
        byte[] bytes = Damage.BytesOf(directory, file);
        return Convert.ToHexStringLower(bytes[header..^CodecUtil.FooterLength]);
    }

    private static SegmentInfo Segment(int maxDoc) => new() { Name = "_0", Id = new byte[16], MaxDoc = maxDoc };
}
