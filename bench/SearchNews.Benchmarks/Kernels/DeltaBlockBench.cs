using BenchmarkDotNet.Attributes;
using SearchNews.Lucene.Codecs.Lucene84;

namespace SearchNews.Benchmarks.Kernels;

/// <summary>Decodes a block of 128 differences and adds them up to documents.</summary>
public class DeltaBlockBench
{
    private const int Previous = 1000;

    private readonly int[] _docs = new int[RandomBlocks.Length];
    private byte[] _packed = [];

    /// <summary>Bits of a difference.</summary>
    [Params(1, 4, 8, 13)]
    public int Width { get; set; }

    /// <summary>Makes the block.</summary>
    [GlobalSetup]
    public void Setup() => _packed = RandomBlocks.Packed(Width);

    /// <summary>The plain decoder, then a plain sum.</summary>
    [Benchmark(Baseline = true)]
    public void Plain()
    {
        ForScalar.Decode(_packed, Width, _docs);
        PrefixSum.AddUpPlain(_docs, Previous);
    }

    /// <summary>The decoder with vectors, then a sum with vectors, as for differences of more than 16 bits.</summary>
    [Benchmark]
    public void OneAfterTheOther()
    {
        ForVector.Decode(_packed, Width, _docs);
        PrefixSum.AddUp(_docs, Previous);
    }

    /// <summary>Both at once.</summary>
    [Benchmark]
    public void AtOnce() => ForDeltaVector.Decode(_packed, Width, Previous, _docs);
}
