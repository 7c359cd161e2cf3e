using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class DirectMonotonicTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(16)]
    public void Indexer_AnyAscendingSequence_ComesBack(int shift)
    {
        for (int round = 0; round < 60; round++)
        {
            Random random = Seeds.Random(round);
            long[] values = Ascending(random, random.Next(round % 10 == 0 ? 70_000 : 300));
            DirectMonotonicReader reader = Open(values, shift);
            reader.Count.ShouldBe(values.Length);
            for (int i = 0; i < values.Length; i++)
            {
                if (reader[i] != values[i]) Assert.Fail($"round {round}: value {i} of {values.Length} is {reader[i]}, expected {values[i]}");
            }
        }
    }

    [Fact]
    public void FloorIndex_AnyValue_IsTheLastAtMostThat()
    {
        for (int round = 0; round < 60; round++)
        {
            Random random = Seeds.Random(round);
            long[] values = [.. Ascending(random, random.Next(40)).Select(v => v & 0xFF).Order()];
            DirectMonotonicReader reader = Open(values, 3);
            for (long wanted = -1; wanted <= 256; wanted++) reader.FloorIndex(wanted).ShouldBe(Array.FindLastIndex(values, v => v <= wanted));
        }
    }

    [Fact]
    public void Finish_OneBlock_GivesTheBytesOfTheFormat()
    {
        MemoryOutput meta = new();
        MemoryOutput data = new();
        Write(meta, data, [0, 1, 5], 16);

        // slope 2.5: the line is 0, 2, 5; deviations 0, -1, 0; from their minimum 1, 0, 1, a bit each.
        Convert.ToHexStringLower(meta.WrittenSpan).ShouldBe("ffffffffffffffff" + "40200000" + "0000000000000000" + "01");
        Convert.ToHexStringLower(data.WrittenSpan).ShouldBe("a0" + "000000");
    }

    [Fact]
    public void Finish_StraightLine_TakesNoData()
    {
        MemoryOutput meta = new();
        MemoryOutput data = new();
        Write(meta, data, [.. Enumerable.Range(0, 100).Select(i => 7L + (i * 16))], 4);
        meta.Position.ShouldBe(7 * DirectMonotonicWriter.MetaBytesPerBlock);
        data.Position.ShouldBe(0);
    }

    [Fact]
    public void Open_ImpossibleMetadata_IsCorrupt()
    {
        MemoryOutput meta = new();
        MemoryOutput data = new();
        Write(meta, data, [3, 9, 1000], 10);
        byte[] sound = meta.ToArray();
        Should.Throw<CorruptIndexException>(() => DirectMonotonicReader.ReadMeta(new IndexInput("meta", sound), 3, 1));
        Should.Throw<CorruptIndexException>(() => DirectMonotonicReader.ReadMeta(new IndexInput("meta", sound), 3, 40));
        Should.Throw<CorruptIndexException>(() => DirectMonotonicReader.ReadMeta(new IndexInput("meta", sound), -1, 10));
        Should.Throw<CorruptIndexException>(() => DirectMonotonicReader.ReadMeta(new IndexInput("meta", sound), 1025, 10));
        Should.Throw<CorruptIndexException>(() => DirectMonotonicReader.ReadMeta(new IndexInput("meta", sound), long.MaxValue, 10));
        byte[] width = [.. sound[..^1], 65];
        Should.Throw<CorruptIndexException>(() => DirectMonotonicReader.ReadMeta(new IndexInput("meta", width), 3, 10));
        DirectMonotonicReader reader = DirectMonotonicReader.ReadMeta(new IndexInput("meta", sound), 3, 10);
        Should.Throw<CorruptIndexException>(() => reader.Attach(new IndexInput("data", data.ToArray()[..^1])));
        reader.Attach(new IndexInput("data", data.ToArray()))[2].ShouldBe(1000);
    }

    private static long[] Ascending(Random random, int count)
    {
        long step = Some.Of(random, 0, 1, 3, 1000, 1L << 40);
        long value = random.NextInt64(-1000, 1000);
        long[] values = new long[count];
        for (int i = 0; i < count; i++) values[i] = value += random.NextInt64(step + 1);
        return values;
    }

    private static DirectMonotonicReader Open(long[] values, int shift)
    {
        MemoryOutput meta = new();
        MemoryOutput data = new();
        data.WriteByte(99);
        Write(meta, data, values, shift);
        IndexInput metaInput = new("meta", meta.ToArray());
        DirectMonotonicReader reader = DirectMonotonicReader.ReadMeta(metaInput, values.Length, shift);
        metaInput.Remaining.ShouldBe(0);
        return reader.Attach(new IndexInput("data", data.ToArray()).Slice("values", 1, data.Position - 1));
    }

    private static void Write(DataOutput meta, DataOutput data, long[] values, int shift)
    {
        var writer = new DirectMonotonicWriter(meta, data, shift);
        foreach (long value in values) writer.Add(value);
        writer.Finish();
    }
}
