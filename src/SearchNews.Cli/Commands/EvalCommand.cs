using System.CommandLine;
using System.Globalization;
using SearchNews.Cli.Output;
using SearchNews.Search.Embedded;
using SearchNews.Search.Evaluation;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews eval</c></summary>
internal sealed class EvalCommand : CliCommand
{
    private readonly Option<string?> _queries;
    private readonly Option<string?> _qrels;
    private readonly Option<string?> _similar;
    private readonly Option<string?> _baseline;
    private readonly SearchOptions _options;

    public EvalCommand()
        : base("eval", "Measures the live index on judged queries. Exit code 1 when nDCG@10 is below the baseline's by more than the confidence interval.")
    {
        _queries = Add(new Option<string?>("--queries") { HelpName = "Q.tsv", Description = "Queries: id, tab, text." });
        _qrels = Add(new Option<string?>("--qrels") { HelpName = "R.tsv", Description = "Judgements: query id, tab, article id, tab, grade." });
        _similar = Add(new Option<string?>("--similar") { HelpName = "R.tsv", Description = "Pairs of similar articles: article id, tab, article id, tab, grade." });
        _baseline = Add(new Option<string?>("--baseline") { HelpName = "PROFILE", Description = "Compare with this profile." });
        _options = new SearchOptions(Command, "page", "size", "sort", "explain", "from", "to", "since");
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // What cannot be meant is refused before anything is opened or measured.
        KeyValuePair<string, string>[] search = [.. _options.Read(context.Arguments)];
        string? queries = context.Arguments.GetValue(_queries);
        string? qrels = context.Arguments.GetValue(_qrels);
        string? baseline = context.Arguments.GetValue(_baseline);
        if (context.Arguments.GetValue(_similar) is { } similar)
        {
            if (queries is not null || qrels is not null || baseline is not null || search.Length > 0)
                throw new UsageException("--similar stands alone: similar articles have no queries, no profile and no match policy.");
            return MeasureSimilarAsync(context, similar, cancellationToken);
        }

        if (queries is null || qrels is null) throw new UsageException("Give --queries and --qrels, or --similar.");
        SearchRequest request = SearchParameters.Parse(search, TimeProvider.System.GetUtcNow());
        SearchRequest? reference = baseline is null ? null : request with { Profile = Known(baseline) };
        return MeasureSearchAsync(context, (queries, qrels), request, reference, cancellationToken);
    }

    private static async Task<int> MeasureSimilarAsync(CommandContext context, string qrels, CancellationToken cancellationToken)
    {
        EmbeddedBackend backend = context.OpenBackend();
        JudgedSet set = await CheckAsync(JudgedSet.ReadSimilar(qrels), backend, cancellationToken);
        Print(context, await new Evaluator(backend).SimilarAsync(set, cancellationToken));
        return ExitCode.Done;
    }

    private static async Task<int> MeasureSearchAsync(CommandContext context, (string Queries, string Qrels) files, SearchRequest request, SearchRequest? baseline, CancellationToken cancellationToken)
    {
        EmbeddedBackend backend = context.OpenBackend();
        var evaluator = new Evaluator(backend);
        JudgedSet set = await CheckAsync(JudgedSet.Read(files.Queries, files.Qrels), backend, cancellationToken);

        // Judgements are of the time of the articles: unless told otherwise, ages count from the newest of them.
        DateTimeOffset? now = request.Now ?? backend.NewestArticle;
        EvaluationReport report = await evaluator.SearchAsync(set, request with { Now = now }, cancellationToken);
        if (baseline is not null) report = report with { Baseline = await evaluator.SearchAsync(set, baseline with { Now = now }, cancellationToken) };
        Print(context, report);
        if (report.Baseline is not { } reference || report.Ci95[1] >= reference.Ndcg10) return ExitCode.Done;
        await context.Error.WriteLineAsync($"nDCG@10 is below that of '{reference.Profile}' by more than the confidence interval.");
        return ExitCode.Failed;
    }

    /// <summary>A gate that measured nothing must not be open.</summary>
    private static async Task<JudgedSet> CheckAsync(JudgedSet set, EmbeddedBackend backend, CancellationToken cancellationToken)
    {
        if (set.Queries.Count == 0) throw new InvalidDataException("No query has a relevant article: there is nothing to measure. Do the ids of the two files fit?");
        foreach (string id in set.Queries.SelectMany(query => query.Grades.Keys))
        {
            if (await backend.FindArticleAsync(id, cancellationToken) is not null) return set;
        }

        throw new InvalidDataException("None of the judged articles is in the index: there is nothing to measure.");
    }

    private static string Known(string profile)
    {
        if (RankingProfile.Find(profile) is { } known) return known.Name;
        string[] names = [.. RankingProfile.All.Select(p => p.Name)];
        string hint = NearestName.Find(profile, names) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", names)}.";
        throw new UsageException($"--baseline '{profile}' is no profile; {hint}");
    }

    private static void Print(CommandContext context, EvaluationReport report)
    {
        if (context.Json)
        {
            JsonOutput.Write(context.Output, report, CliJson.Relaxed.EvaluationReport);
            return;
        }

        PrintLine(context, report);
        if (report.Baseline is { } baseline) PrintLine(context, baseline);
    }

    private static void PrintLine(CommandContext context, EvaluationReport report) => context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{report.Profile ?? "similar"}: {report.Queries} queries, nDCG@10 {report.Ndcg10:0.0000} (95% {report.Ci95[0]:0.0000} to {report.Ci95[1]:0.0000}), MRR@10 {report.Mrr10:0.0000}, recall@10 {report.Recall10:0.0000}, recall@100 {report.Recall100:0.0000}, hit@1 {report.Hit1:0.0000}, MAP@1000 {report.Map1000:0.0000}"));
}
