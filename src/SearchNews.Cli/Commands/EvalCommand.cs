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

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        EmbeddedBackend backend = context.OpenBackend();
        var evaluator = new Evaluator(backend);
        if (context.Arguments.GetValue(_similar) is { } similar)
        {
            Print(context, "similar", await evaluator.SimilarAsync(JudgedSet.ReadSimilar(similar), cancellationToken));
            return ExitCode.Done;
        }

        if (context.Arguments.GetValue(_queries) is not { } queries || context.Arguments.GetValue(_qrels) is not { } qrels)
            throw new UsageException("Give --queries and --qrels, or --similar.");
        JudgedSet set = JudgedSet.Read(queries, qrels);
        SearchRequest request = SearchParameters.Parse(_options.Read(context.Arguments), TimeProvider.System.GetUtcNow());

        // Judgements are of the time of the articles: unless told otherwise, ages count from the newest of them.
        request = request with { Now = request.Now ?? backend.NewestArticle };
        EvaluationReport report = await evaluator.SearchAsync(set, request, cancellationToken);
        Print(context, request.Profile, report);
        return context.Arguments.GetValue(_baseline) is { } baseline ? await CompareAsync(context, evaluator, set, request with { Profile = Known(baseline) }, report, cancellationToken) : ExitCode.Done;
    }

    private static async Task<int> CompareAsync(CommandContext context, Evaluator evaluator, JudgedSet set, SearchRequest baseline, EvaluationReport report, CancellationToken cancellationToken)
    {
        EvaluationReport reference = await evaluator.SearchAsync(set, baseline, cancellationToken);
        if (!context.Json) Print(context, baseline.Profile, reference);
        bool worse = report.Ci95[1] < reference.Ndcg10;
        if (worse) await context.Error.WriteLineAsync($"nDCG@10 is below that of '{baseline.Profile}' by more than the confidence interval.");
        return worse ? ExitCode.Failed : ExitCode.Done;
    }

    private static string Known(string profile) => RankingProfile.Find(profile)?.Name
        ?? throw new UsageException($"--baseline '{profile}' is not one of {string.Join(", ", RankingProfile.All.Select(p => p.Name))}.");

    private static void Print(CommandContext context, string name, EvaluationReport report)
    {
        if (context.Json)
        {
            JsonOutput.Write(context.Output, report, CliJson.Relaxed.EvaluationReport);
            return;
        }

        context.Output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {report.Queries} queries, nDCG@10 {report.Ndcg10:0.0000} (95% {report.Ci95[0]:0.0000} to {report.Ci95[1]:0.0000}), MRR@10 {report.Mrr10:0.0000}, recall@10 {report.Recall10:0.0000}, recall@100 {report.Recall100:0.0000}, hit@1 {report.Hit1:0.0000}, MAP@1000 {report.Map1000:0.0000}"));
    }
}
