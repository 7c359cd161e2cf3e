using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Codecs.Lucene84;

public sealed class ForUtilTests
{
    public static TheoryData<int> Widths => [.. Enumerable.Range(1, ForUtil.MaxWidth)];

    /// <summary>Blocks that Apache Lucene 8 wrote; <c>xN</c> repeats the byte before.</summary>
    [Theory]
    [InlineData(4, 16, "08x8 19x8 2ax8 3bx8 4cx8 5dx8 6ex8 7fx8")]
    [InlineData(3, 8, "1ax8 3dx8 41x8 67x8 89x8 afx8")]
    [InlineData(1, 2, "00x8 ffx8")]
    public void Encode_CountingValues_GivesLucenesBytes(int width, int period, string expected)
    {
        int[] values = [.. Enumerable.Range(0, 128).Select(i => i % period)];

        Encode(values, width).ShouldBe(Bytes.Parse(expected));
    }

    [Fact]
    public void Encode_Width7_PutsTheLastLaneFirst()
    {
        Encode([.. Enumerable.Range(0, 128)], 7).AsSpan(0, 8).ToArray().ShouldBe(Bytes.Parse("e1 c1 a1 81 60 40 20 00"));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Decode_RandomBytes_IsTheDefinition(int width)
    {
        Random random = Seeds.Random(width);
        for (int round = 0; round < 20; round++)
        {
            byte[] packed = Some.Bytes(random, ForUtil.ByteLength(width));
            int[] expected = ForDefinition.Decode(packed, width);

            Decode(ForScalar.Decode, packed, width).ShouldBe(expected);
            if (ForVector.IsSupported) Decode(ForVector.Decode, packed, width).ShouldBe(expected);
            Encode(expected, width).ShouldBe(packed);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Decode_OneBitSet_FindsItInOneValue(int width)
    {
        for (int bit = 0; bit < 128 * width; bit++)
        {
            int[] values = new int[128];
            values[bit / width] = 1 << (bit % width);
            byte[] packed = Encode(values, width);

            bool found = packed.Sum(b => int.PopCount(b)) == 1 && Decode(ForScalar.Decode, packed, width).AsSpan().SequenceEqual(values);
            if (ForVector.IsSupported) found &= Decode(ForVector.Decode, packed, width).AsSpan().SequenceEqual(values);
            found.ShouldBeTrue($"bit {bit}");
        }
    }

    [Fact]
    public void Decode_LongerArray_LeavesTheRestAlone()
    {
        int[] values = new int[140];
        Array.Fill(values, -7);

        ForUtil.Decode(new IndexInput("x", new byte[ForUtil.ByteLength(5)]), 5, values);

        values.AsSpan(0, 128).ToArray().ShouldAllBe(v => v == 0);
        values.AsSpan(128).ToArray().ShouldAllBe(v => v == -7);
    }

    private static byte[] Encode(int[] values, int width)
    {
        MemoryOutput output = new();
        ForUtil.Encode(values, width, output);
        return output.ToArray();
    }

    private static int[] Decode(Decoder decoder, byte[] packed, int width)
    {
        int[] values = new int[128];
        decoder(packed, width, values);
        return values;
    }

    private delegate void Decoder(ReadOnlySpan<byte> packed, int width, Span<int> values);
}
