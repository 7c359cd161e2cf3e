using BenchmarkDotNet.Attributes;
using SearchNews.Lucene.Util.Checksums;

namespace SearchNews.Benchmarks.Kernels;

/// <summary>CRC-32 by both kernels. <c>SearchNews.Benchmarks crc</c> says the same in bytes a second, and beyond the cache.</summary>
public class ChecksumBench
{
    private byte[] _bytes = [];

    /// <summary>Bytes: the shortest that is folded, a small block, a large one.</summary>
    [Params(64, 1024, 65_536)]
    public int Length { get; set; }

    /// <summary>Makes the bytes.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _bytes = new byte[Length];
        new Random(1).NextBytes(_bytes);
    }

    /// <summary>Tables.</summary>
    [Benchmark(Baseline = true)]
    public uint Plain() => SlicingCrc32.Update(uint.MaxValue, _bytes);

    /// <summary>Carry-less multiplication.</summary>
    [Benchmark]
    public uint Folding() => FoldingCrc32.Update(uint.MaxValue, _bytes);
}
