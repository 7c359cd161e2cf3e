using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

namespace SearchNews.Benchmarks.Kernels;

/// <summary>The classes of this folder, run by BenchmarkDotNet: each kernel beside its plain version, which is the baseline.</summary>
/// <remarks>
/// They run in this process, so the variables of the runtime that it was started with hold for them too, and nothing is built again. BenchmarkDotNet derives from each class: hence they are public and not sealed.
/// </remarks>
internal static class KernelBenchmarks
{
    /// <summary>Runs those that the options choose, all when they have no filter.</summary>
    /// <param name="options">Options of BenchmarkDotNet, such as <c>--job short --filter *Score*</c>.</param>
    public static void Run(ReadOnlySpan<string> options)
    {
        // The machine may be busy with something else, which the least time and the median feel less than the mean.
        IConfig config = DefaultConfig.Instance
            .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
            .HideColumns(Column.StdDev, Column.RatioSD, Column.AllocRatio);
        string[] filter = options.Contains("--filter", StringComparer.Ordinal) ? [] : ["--filter", "*"];
        BenchmarkSwitcher.FromAssembly(typeof(KernelBenchmarks).Assembly).Run([.. filter, "--inProcess", "--memory", .. options], config);
    }
}
