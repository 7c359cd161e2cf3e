using System.Globalization;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Output;

/// <summary>Reports of builds and updates for people.</summary>
internal static class ReportText
{
    /// <summary>Prints what a build did.</summary>
    public static void Write(CommandContext context, BuildReport report)
    {
        WriteFiles(context, report);
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"generation {report.Generation}: {report.Indexed} indexed, {report.Removed} removed, {report.Skipped.Count} skipped, {report.Seconds:0.0} s, {report.Bytes} bytes"));
        WriteTimes(context, report);
        context.Say(string.Create(CultureInfo.InvariantCulture,
            $"of the commit: merging {report.MergeSeconds:0.00} s, stories {report.StorySeconds:0.00} s; then verifying {report.VerifySeconds:0.00} s, last look and switch {report.FinishSeconds:0.00} s"));
    }

    /// <summary>Prints what an update did.</summary>
    public static void Write(CommandContext context, UpdateReport report)
    {
        WriteFiles(context, report);
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"generation {report.Generation}, commit {report.Commit}: {report.Indexed} indexed, {report.Unchanged} unchanged, {report.Deleted} deleted, {report.Removed} removed, {report.Skipped.Count} skipped, {report.Seconds:0.00} s, {report.Bytes} bytes"));
        WriteTimes(context, report);
    }

    private static void WriteFiles(CommandContext context, IndexReport report)
    {
        foreach (string line in report.Skipped) context.Error.WriteLine($"skipped {line}");
        foreach (string line in report.Warnings) context.Say($"warning {line}");
    }

    private static void WriteTimes(CommandContext context, IndexReport report)
    {
        if (report.NotRegular > 0) context.Say(string.Create(CultureInfo.InvariantCulture, $"{report.NotRegular} links and special files were passed over"));
        context.Say(string.Create(CultureInfo.InvariantCulture,
            $"time: scan {report.ScanSeconds:0.00} s, read {report.ReadSeconds:0.00} s, front matter {report.ParseSeconds:0.00} s, documents {report.MapSeconds:0.00} s (these three summed over threads), indexing {report.IndexSeconds:0.00} s, commit {report.CommitSeconds:0.00} s"));
    }
}
