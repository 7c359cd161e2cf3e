using System.Diagnostics;
using System.Globalization;
using SearchNews.Articles;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Benchmarks;

/// <summary>
/// Rebuilds a folder of articles as the product does, with its plain reader of front matter or with YamlDotNet for every file, and tells where the time goes. One build a process: peak memory and
/// compiling are then those of one build.
/// </summary>
internal static class RebuildSpeed
{
    /// <summary>Builds into a folder of its own below the temporary files, or into one that stays, and prints.</summary>
    /// <param name="folder">The articles.</param>
    /// <param name="forcesYaml">Whether YamlDotNet reads all front matter.</param>
    /// <param name="index">An index folder that stays; null for none.</param>
    public static void Print(string folder, bool forcesYaml, string? index)
    {
        string target = index ?? Directory.CreateTempSubdirectory("searchnews-rebuild-").FullName;
        try
        {
            var options = new BuildOptions { Reader = new ArticleReader { TriesPlain = !forcesYaml }, AllowShrink = true, AllowSkips = true };
            Print(new IndexBuilder(new GenerationStore(target), options).Build(folder), options);
        }
        finally
        {
            if (index is null) Directory.Delete(target, recursive: true);
        }
    }

    private static void Print(BuildReport report, BuildOptions options)
    {
        using Process self = Process.GetCurrentProcess();
        double processor = self.TotalProcessorTime.TotalSeconds;
        Say($"{report.Indexed} articles, {report.Skipped.Count} skipped, {report.Seconds:0.00} s, {processor:0.00} s of processor time ({1e6 * processor / Math.Max(1, report.Indexed):0} µs an article), peak {self.PeakWorkingSet64 >> 20} MiB resident, {report.Bytes} bytes");
        Say($"garbage collections {GC.CollectionCount(0)}, {GC.CollectionCount(1)}, {GC.CollectionCount(2)}; pauses {GC.GetTotalPauseDuration().TotalSeconds:0.00} s; {GC.GetTotalAllocatedBytes() / Math.Max(1, report.Indexed)} bytes allocated an article; compiling {System.Runtime.JitInfo.GetCompilationTime().TotalSeconds:0.00} s");
        double folder = report.Seconds - report.ScanSeconds - report.CommitSeconds - report.VerifySeconds - report.FinishSeconds;
        Stage("list the folder", report.ScanSeconds);
        Stage("read, parse and index", folder);
        Say($"  of it, summed over {options.Parallelism} threads: open, read and hash {report.ReadSeconds:0.00} s, front matter and cleaning {report.ParseSeconds:0.00} s, documents {report.MapSeconds:0.00} s; one thread: analyse and index {report.IndexSeconds:0.00} s");
        Stage("merge", report.MergeSeconds);
        Stage("wait for stories, and commit", report.CommitSeconds - report.MergeSeconds);
        Say($"  stories are grouped beside the merge, in {report.StorySeconds:0.00} s");
        Stage("verify", report.VerifySeconds);
        Stage("last look, manifest and switch", report.FinishSeconds);

        void Stage(string name, double seconds) => Say($"{name,-32} {seconds,7:0.00} s {seconds / report.Seconds,6:0.0%}");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
