using System.Diagnostics;
using System.Globalization;
using SearchNews.Lucene.Util.Checksums;

namespace SearchNews.Benchmarks;

/// <summary>GiB a second of each CRC-32 kernel on one thread: over 64 KiB that stay in the cache, and over 256 MiB that do not.</summary>
internal static class ChecksumSpeed
{
    private const double GiB = 1L << 30;

    private delegate uint Update(uint state, ReadOnlySpan<byte> bytes);

    public static void Print()
    {
        var bytes = new byte[256 << 20];
        new Random(1).NextBytes(bytes);
        if (FoldingCrc32.IsSupported) Print("folding", FoldingCrc32.Update, bytes);
        Print("slicing", SlicingCrc32.Update, bytes);
    }

    private static void Print(string kernel, Update update, byte[] bytes) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{kernel}  64 KiB: {Measure(update, bytes.AsSpan(0, 1 << 16)):0.0} GiB/s  256 MiB: {Measure(update, bytes):0.0} GiB/s"));

    // The best of many runs: the machine may be busy with something else.
    private static double Measure(Update update, ReadOnlySpan<byte> bytes)
    {
        double best = 0;
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(3))
        {
            long before = Stopwatch.GetTimestamp();
            update(uint.MaxValue, bytes);
            best = Math.Max(best, bytes.Length / GiB / Stopwatch.GetElapsedTime(before).TotalSeconds);
        }

        return best;
    }
}
