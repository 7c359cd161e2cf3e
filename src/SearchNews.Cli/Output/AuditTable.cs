using System.Globalization;
using SearchNews.Articles.Auditing;

namespace SearchNews.Cli.Output;

/// <summary>An audit for people: what was found in how many articles, then what cannot be read.</summary>
internal static class AuditTable
{
    public static void Write(CommandContext context, AuditReport report)
    {
        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{report.Files} files: {report.Articles} articles, {report.Removed} removed, {report.Unreadable.Count} unreadable; {report.NotRegular} links and special files; longest related list {report.LongestRelated}; {report.Seconds:0.0} s"));
        AuditFinding[] found = [.. report.Findings.Where(finding => finding.Count > 0)];
        if (found.Length > 0)
        {
            RowTable.Write(context.Terminal, ["finding", "articles", "of", "share"],
                found.Select(f => new object[] { f.Meaning, f.Count, f.Of, f.Share.ToString("0.0%", CultureInfo.InvariantCulture) }));
            WriteExamples(context, found);
        }

        string[] none = [.. report.Findings.Where(finding => finding.Count == 0).Select(finding => finding.Meaning)];
        if (none.Length > 0) context.Output.WriteLine($"Not found: {string.Join(", ", none)}.");
        foreach (string line in report.Unreadable) context.Output.WriteLine($"unreadable {line}");
        foreach (string line in report.Warnings) context.Output.WriteLine($"warning {line}");
    }

    /// <summary>Ids stand in lines of their own, where no width breaks them.</summary>
    private static void WriteExamples(CommandContext context, IEnumerable<AuditFinding> found)
    {
        foreach (AuditFinding finding in found.Where(f => f.Examples.Count > 0))
        {
            context.Output.WriteLine($"{finding.Meaning}, for example:");
            foreach (string id in finding.Examples) context.Output.WriteLine($"  {MarkedText.Plain(id)}");
        }
    }
}
