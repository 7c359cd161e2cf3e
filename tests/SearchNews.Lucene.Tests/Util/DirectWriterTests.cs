using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Tests.Util;

public sealed class DirectWriterTests
{
    public static TheoryData<int> Widths => [1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Get_WhatWasAdded_ComesBack(int bits)
    {
        Random random = Seeds.Random(bits);
        foreach (int count in new[] { 0, 1, 2, 7, 8, 9, 63, 64, 1000 })
        {
            long[] values = [.. Enumerable.Range(0, count).Select(i => (long)((ulong)random.NextInt64(long.MinValue, long.MaxValue) >> (64 - bits)))];
            byte[] packed = Pack(values, bits);
            packed.Length.ShouldBe((int)DirectWriter.ByteLength(count, bits));
            packed[^3..].ShouldBe([0, 0, 0]);
            for (int i = 0; i < count; i++) DirectReader.Get(packed, bits, i).ShouldBe(values[i], $"value {i} of {count}");
        }
    }

    [Fact]
    public void Finish_SmallWidths_GivesTheBytesOfTheFormat()
    {
        Convert.ToHexStringLower(Pack([0, 1], 1)).ShouldBe("40000000");
        Convert.ToHexStringLower(Pack([1, 2, 3], 4)).ShouldBe("1230" + "000000");
        Convert.ToHexStringLower(Pack([0xABC, 0x123], 12)).ShouldBe("abc123" + "000000");
        Convert.ToHexStringLower(Pack([-2], 64)).ShouldBe("fffffffffffffffe" + "000000");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 4)]
    [InlineData(255, 8)]
    [InlineData(256, 12)]
    [InlineData(1L << 32, 40)]
    [InlineData((1L << 56) - 1, 56)]
    [InlineData(1L << 56, 64)]
    [InlineData(-1, 64)]
    public void BitsRequired_UnsignedValue_IsTheNextLegalWidth(long value, int bits) => DirectWriter.BitsRequired(value).ShouldBe(bits);

    [Fact]
    public void IsLegal_AllWidths_OnlyThoseOfTheWriter()
    {
        int[] legal = [.. Enumerable.Range(-5, 300).Where(DirectWriter.IsLegal)];
        legal.ShouldBe([.. Widths.Select(w => w.Data)]);
    }

    private static byte[] Pack(long[] values, int bits)
    {
        MemoryOutput output = new();
        var writer = new DirectWriter(output, bits);
        foreach (long value in values) writer.Add(value);
        writer.Finish();
        return output.ToArray();
    }
}
