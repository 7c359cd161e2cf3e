using BenchmarkDotNet.Attributes;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Store;

namespace SearchNews.Benchmarks.Kernels;

/// <summary>Decodes a block of 128 values: FOR by both decoders, and PFOR as it is read, with three values that are eight bits wider.</summary>
public class ForBlockBench
{
    private readonly int[] _values = new int[RandomBlocks.Length];
    private byte[] _packed = [];
    private IndexInput _patched = null!;

    /// <summary>Bits of a value.</summary>
    [Params(1, 4, 8, 13)]
    public int Width { get; set; }

    /// <summary>Makes the blocks.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _packed = RandomBlocks.Packed(Width);
        int[] values = RandomBlocks.Values(Width);
        foreach (int wide in (ReadOnlySpan<int>)[5, 70, 120]) values[wide] |= 1 << (Width + 7);
        var output = new MemoryOutput();
        PForUtil.Encode(values, output);
        _patched = new IndexInput("block", output.ToArray());
    }

    /// <summary>Plain arithmetic.</summary>
    [Benchmark(Baseline = true)]
    public void Plain() => ForScalar.Decode(_packed, Width, _values);

    /// <summary>Vectors of 256 bits.</summary>
    [Benchmark]
    public void Vectors() => ForVector.Decode(_packed, Width, _values);

    /// <summary>The whole way from the file, by the decoder that this machine has.</summary>
    [Benchmark]
    public void PatchedFromFile()
    {
        _patched.Position = 0;
        PForUtil.Decode(_patched, _values);
    }
}
