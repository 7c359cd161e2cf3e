using SearchNews.Lucene.Codecs.Lucene84;

namespace SearchNews.Benchmarks.Kernels;

/// <summary>Blocks of 128 random values, drawn from a fixed seed.</summary>
internal static class RandomBlocks
{
    /// <summary>Values of a block.</summary>
    public const int Length = Lucene84PostingsFormat.BlockSize;

    /// <summary>Values of up to <paramref name="width"/> bits.</summary>
    public static int[] Values(int width)
    {
        var random = new Random(width);
        int[] values = new int[Length];
        for (int i = 0; i < values.Length; i++) values[i] = random.Next(1 << width);
        return values;
    }

    /// <summary>The same as a FOR block.</summary>
    public static byte[] Packed(int width)
    {
        byte[] packed = new byte[ForUtil.ByteLength(width)];
        ForScalar.Encode(Values(width), width, packed);
        return packed;
    }
}
