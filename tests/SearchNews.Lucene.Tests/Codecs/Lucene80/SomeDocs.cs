namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

/// <summary>Random documents and values in the shapes that the format stores differently.</summary>
internal static class SomeDocs
{
    private const int BlockSize = 65_536;

    /// <summary>Documents below <paramref name="maxDoc"/>; each block of 65,536 is empty, sparse, dense, full, or at the edge between two of them.</summary>
    public static int[] InBlocks(Random random, int maxDoc)
    {
        List<int> docs = [];
        for (int start = 0; start < maxDoc; start += BlockSize)
        {
            int size = Math.Min(BlockSize, maxDoc - start);
            int count = Math.Min(size, Some.Of(random, 0, 1, random.Next(4096), 4095, 4096, random.Next(BlockSize), BlockSize - 1, BlockSize));
            foreach (int doc in Some.SortedDocs(random, size, count)) docs.Add(start + doc);
        }

        return [.. docs];
    }

    /// <summary>All documents, none, or some.</summary>
    public static int[] Any(Random random, int maxDoc)
    {
        int count = Some.Of(random, maxDoc, maxDoc, 0, random.Next(maxDoc + 1));
        return Some.SortedDocs(random, maxDoc, count);
    }

    /// <summary>Numbers that ask for each form of column: equal, few, multiples, small, changing from block to block, any.</summary>
    public static long[] Numbers(Random random, int count)
    {
        long[] few = [random.NextInt64(), -random.NextInt64(), random.Next(), 0, long.MinValue, long.MaxValue];
        long step = random.Next(2, 1_000_000);
        Func<int, long> shape = random.Next(8) switch
        {
            0 => _ => few[0],
            1 => _ => few[random.Next(few.Length)],
            2 => _ => 7 + (step * random.Next(5000)),
            3 => _ => random.Next(1000) - 500,
            4 => i => i < 16_384 ? 3 : i < 40_000 ? random.Next(2) : random.NextInt64(1L << 40),
            5 => _ => random.NextInt64(long.MinValue, long.MaxValue),
            6 => _ => (1L << 40) + random.Next(1 << 20),
            _ => i => i * 1_000_003L,
        };
        long[] values = new long[count];
        for (int i = 0; i < count; i++) values[i] = shape(i);
        return values;
    }

    /// <summary>Distinct byte strings in order; many share long prefixes, one may be empty.</summary>
    public static byte[][] Terms(Random random, int count)
    {
        SortedSet<byte[]> terms = new(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        byte[] last = [];
        while (terms.Count < count)
        {
            int kept = random.Next(last.Length + 1);
            last = [.. last[..kept], .. Some.Bytes(random, random.Next(random.Next(8) == 0 ? 60 : 4))];
            if (last.Length > 200) last = [];
            terms.Add(last);
        }

        return [.. terms];
    }
}
