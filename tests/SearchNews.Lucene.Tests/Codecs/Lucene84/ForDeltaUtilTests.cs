using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class ForDeltaUtilTests
{
    [Fact]
    public void Encode_DocumentsFrom0_StartsWithDelta0()
    {
        Encode([0, .. Enumerable.Repeat(1, 127)]).ShouldBe(Bytes.Parse("01 ffffffffffffff7f ffx8"));
    }

    [Fact]
    public void Encode_AllOnes_IsOneByte() => Encode([.. Enumerable.Repeat(1, 128)]).ShouldBe(Bytes.Parse("00"));

    [Fact]
    public void Decode_Width0_CountsUp()
    {
        Decode([0], 41, limit: 170).ShouldBe(Enumerable.Range(42, 128));
    }

    [Fact]
    public void Decode_RandomDeltas_AddsThemUp()
    {
        for (int round = 0; round < 500; round++)
        {
            Random random = Seeds.Random(round);
            int[] deltas = [.. Some.Longs(random, 128, random.Next(1, 25)).Select(d => (int)d)];
            if (round % 10 == 0) deltas[random.Next(128)] = random.Next(int.MaxValue / 4);
            int previous = random.Next(1000);
            int[] expected = new int[128];
            int sum = previous;
            for (int i = 0; i < 128; i++)
            {
                if (deltas[i] > int.MaxValue - 1 - sum) deltas[i] = 1;
                expected[i] = sum += deltas[i];
            }

            Decode(Encode(deltas), previous, sum + 1).ShouldBe(expected);
            Should.Throw<CorruptIndexException>(() => Decode(Encode(deltas), previous, sum));
        }
    }

    [Fact]
    public void Decode_EveryWidthAtOnce_IsTheSumOfDecodedDifferences()
    {
        for (int width = 1; width <= ForUtil.MaxWidth; width++)
        {
            if (!ForDeltaVector.Supports(width)) continue;
            Random random = Seeds.Random(width);
            for (int round = 0; round < 20; round++)
            {
                byte[] packed = round == 0 ? [.. Enumerable.Repeat((byte)0xFF, ForUtil.ByteLength(width))] : Some.Bytes(random, ForUtil.ByteLength(width));
                int[] expected = ForDefinition.Decode(packed, width);
                int sum = random.Next(1 << 20);
                int[] docs = new int[128];

                ForDeltaVector.Decode(packed, width, sum, docs);

                PrefixSum.AddUpPlain(expected, sum);
                docs.ShouldBe(expected, $"width {width}");
            }
        }
    }

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(31)]
    public void Decode_SumBeyond32Bits_IsCorrupt(int width)
    {
        int[] deltas = [.. Enumerable.Repeat((int)((1L << width) - 1), 128)];

        Should.Throw<CorruptIndexException>(() => Decode(Encode(deltas), int.MaxValue - 1, int.MaxValue)).Message.ShouldContain("goes up to");
    }

    [Fact]
    public void Decode_Width32_IsCorrupt()
    {
        Should.Throw<CorruptIndexException>(() => Decode([32, .. new byte[512]], 0, int.MaxValue));
    }

    private static byte[] Encode(int[] deltas)
    {
        MemoryOutput output = new();
        ForDeltaUtil.Encode(deltas, output);
        return output.ToArray();
    }

    private static int[] Decode(byte[] block, int previous, int limit)
    {
        IndexInput input = new("x", block);
        int[] docs = new int[128];
        ForDeltaUtil.Decode(input, previous, limit, docs);
        input.Remaining.ShouldBe(0);
        return docs;
    }
}
