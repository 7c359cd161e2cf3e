using System.Globalization;
using SearchNews.Search.Evaluation;

namespace SearchNews.Cli.Output;

/// <summary>Prints measures: a line for the whole, one for the baseline, one a kind of query and one a query that changed.</summary>
internal static class EvaluationOutput
{
    private static readonly Dictionary<string, KindReport> NoKinds = new(StringComparer.Ordinal);

    /// <summary>Prints a report, as JSON when asked.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="report">The report.</param>
    /// <param name="name">What was measured.</param>
    public static void Print(CommandContext context, EvaluationReport report, string name)
    {
        if (context.Json)
        {
            JsonOutput.Write(context.Output, report, CliJson.Relaxed.EvaluationReport);
            return;
        }

        PrintLine(context.Output, name, report);
        if (report.Baseline is { } baseline) PrintLine(context.Output, baseline.Profile!, baseline);
        foreach ((string kind, KindReport means) in report.Kinds ?? NoKinds)
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind}: {means.Queries} queries, nDCG@10 {means.Ndcg10:0.0000}, MRR@10 {means.Mrr10:0.0000}, recall@100 {means.Recall100:0.0000}"));
        foreach (QueryChange change in report.Changed ?? [])
            context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {change.Ndcg10 - change.Baseline:+0.0000;-0.0000} ({change.Baseline:0.0000} to {change.Ndcg10:0.0000})  {change.Id}  {change.Text}"));
    }

    private static void PrintLine(TextWriter output, string name, EvaluationReport report) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}: {report.Queries} queries, nDCG@10 {report.Ndcg10:0.0000} (95% {report.Ci95[0]:0.0000} to {report.Ci95[1]:0.0000}), MRR@10 {report.Mrr10:0.0000}, recall@10 {report.Recall10:0.0000}, recall@100 {report.Recall100:0.0000}, hit@1 {report.Hit1:0.0000}, MAP@1000 {report.Map1000:0.0000}"));
}
