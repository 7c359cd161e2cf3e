using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class PForUtilTests
{
    [Fact]
    public void Encode_AllOnes_IsAConstant() => Encode(Ones()).ShouldBe(Bytes.Parse("00 01"));

    [Fact]
    public void Encode_OneWideValue_IsAPatchOnTheLowBits()
    {
        int[] values = Ones();
        values[5] = 300;

        // 300 = 0x12C: its lowest bit, 0, stays in the block, the others are the patch.
        Encode(values).ShouldBe(Bytes.Parse("21 ffx15 df 05 96"));
    }

    [Fact]
    public void Encode_TwoWideValues_ArePatches()
    {
        int[] values = [.. Enumerable.Range(0, 128).Select(i => (i % 3) + 1)];
        values[7] = 100;
        values[127] = 70;
        byte[] encoded = Encode(values);

        encoded.Length.ShouldBe(1 + 32 + 4);
        encoded[0].ShouldBe((byte)0x42);
        encoded[^4..].ShouldBe(Bytes.Parse("07 19 7f 11"));
    }

    [Fact]
    public void Encode_ConstantLowBitsAndPatches_IsAConstantWithShiftedPatches()
    {
        int[] values = Ones();
        values[0] = 201;

        Encode(values).ShouldBe(Bytes.Parse("20 01 00 c8"));
        Decode(Encode(values)).ShouldBe(values);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(127)]
    public void Decode_AnyNumberOfWideValues_GivesThemBack(int wide)
    {
        for (int round = 0; round < 200; round++)
        {
            Random random = Seeds.Random(round);
            int low = random.Next(0, 24);
            int[] values = [.. Some.Longs(random, 128, low).Select(v => (int)v)];
            for (int i = 0; i < wide; i++) values[random.Next(128)] = (int)(random.NextInt64() & ((1L << random.Next(low, 32)) - 1));
            byte[] encoded = Encode(values);

            Decode(encoded).ShouldBe(values);
            Skip(encoded).ShouldBe(encoded.Length);
        }
    }

    [Fact]
    public void Decode_PatchBeyond31Bits_IsCorrupt()
    {
        byte[] block = [0x3F, .. new byte[16 * 31], 3, 2];

        Should.Throw<CorruptIndexException>(() => Decode(block)).Offset.ShouldBe(1 + (16 * 31));
    }

    [Theory]
    [InlineData("20 05 80 01")]
    [InlineData("00 8080808010")]
    [InlineData("01 ffx15")]
    public void Decode_DamagedBlock_IsCorrupt(string bytes)
    {
        Should.Throw<CorruptIndexException>(() => Decode(Bytes.Parse(bytes)));
    }

    private static int[] Ones()
    {
        int[] values = new int[128];
        Array.Fill(values, 1);
        return values;
    }

    private static byte[] Encode(int[] values)
    {
        MemoryOutput output = new();
        PForUtil.Encode(values, output);
        return output.ToArray();
    }

    private static int[] Decode(byte[] block)
    {
        IndexInput input = new("x", block);
        int[] values = new int[128];
        PForUtil.Decode(input, values);
        input.Remaining.ShouldBe(0);
        return values;
    }

    private static long Skip(byte[] block)
    {
        IndexInput input = new("x", block);
        PForUtil.Skip(input);
        return input.Position;
    }
}
