using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Search.Embedded;
using SearchNews.Search.Evaluation;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews eval</c></summary>
internal sealed class EvalCommand : CliCommand
{
    private const int DefaultKnownItems = 600;

    private readonly Option<string?> _queries;
    private readonly Option<string?> _qrels;
    private readonly Option<int?> _knownItems;
    private readonly Option<int> _seed;
    private readonly Option<string?> _similar;
    private readonly Option<string?> _related;
    private readonly Option<string?> _collection;
    private readonly Option<string?> _baseline;
    private readonly SearchOptions _options;

    public EvalCommand()
        : base("eval", "Measures search on judged queries. Exit code 1 when nDCG@10 is below the baseline's by more than the confidence interval.")
    {
        _queries = Add(new Option<string?>("--queries") { HelpName = "Q.tsv", Description = "Queries: id, tab, text, and if you like tab, kind." });
        _qrels = Add(new Option<string?>("--qrels") { HelpName = "R.tsv", Description = "Judgements: query id, tab, article id, tab, grade." });
        _knownItems = Add(new Option<int?>("--known-items") { HelpName = "N", Description = $"So many queries drawn from the articles themselves (default {DefaultKnownItems}).", Arity = ArgumentArity.ZeroOrOne });
        _seed = Add(new Option<int>("--seed") { HelpName = "N", Description = "Draws other known items.", DefaultValueFactory = _ => 1 });
        _similar = Add(new Option<string?>("--similar") { HelpName = "R.tsv", Description = "Pairs of similar articles: article id, tab, article id, tab, grade." });
        _related = Add(new Option<string?>("--related") { HelpName = "FOLDER", Description = "Similar articles by the related lists of a folder (default: the one the index was made from).", Arity = ArgumentArity.ZeroOrOne });
        _collection = Add(new Option<string?>("--collection") { HelpName = "DIR", Description = "A test collection (docs.jsonl, queries.tsv, qrels.tsv) on the engine alone: plain BM25, English analysis." });
        _baseline = Add(new Option<string?>("--baseline") { HelpName = "PROFILE", Description = "Compare with this profile, and list the queries that changed most." });
        _options = new SearchOptions(Command, "page", "size", "sort", "facets", "explain", "highlight", "from", "to", "since");
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // What cannot be meant is refused before anything is opened or measured.
        ParseResult arguments = context.Arguments;
        KeyValuePair<string, string>[] search = [.. _options.Read(arguments)];
        string? baseline = arguments.GetValue(_baseline);
        string[] sources = [.. Sources(arguments)];
        if (sources.Length != 1)
            throw new UsageException($"{(sources.Length == 0 ? "" : $"{string.Join(" and ", sources)} do not go together. ")}Give --queries and --qrels, --known-items, --similar, --related or --collection.");
        if (sources[0] is "--similar" or "--related" or "--collection")
        {
            if (baseline is not null || search.Length > 0) throw new UsageException($"{sources[0]} stands alone: it has no profile and no match policy.");
            return sources[0] == "--collection" ? MeasureCollection(context, arguments.GetValue(_collection), cancellationToken) : MeasureSimilarAsync(context, cancellationToken);
        }

        if (sources[0] != "--known-items" && (arguments.GetValue(_queries) is null || arguments.GetValue(_qrels) is null)) throw new UsageException("Give both --queries and --qrels.");
        if (arguments.GetValue(_knownItems) is < 1) throw new UsageException("--known-items must be at least 1.");
        SearchRequest request = SearchParameters.Parse(search, TimeProvider.System.GetUtcNow(), context.Profiles);

        // Judgements are of articles: unless told otherwise, each stands for itself.
        if (!Array.Exists(search, pair => pair.Key == "group")) request = request with { Group = HitGrouping.None };
        return MeasureSearchAsync(context, request, baseline is null ? null : Under(request, baseline, context.Profiles), cancellationToken);
    }

    private IEnumerable<string> Sources(ParseResult arguments)
    {
        if (arguments.GetResult(_queries) is not null || arguments.GetResult(_qrels) is not null) yield return "--queries";
        foreach (Option option in (Option[])[_knownItems, _similar, _related, _collection])
        {
            if (arguments.GetResult(option) is not null) yield return option.Name;
        }
    }

    private static Task<int> MeasureCollection(CommandContext context, string? folder, CancellationToken cancellationToken)
    {
        var collection = new TestCollection(folder ?? "");
        EvaluationReport report = collection.Measure(cancellationToken);
        if (report.Queries == 0) throw NothingToMeasure();
        EvaluationOutput.Print(context, report, collection.Name);
        return Task.FromResult(ExitCode.Done);
    }

    private async Task<int> MeasureSimilarAsync(CommandContext context, CancellationToken cancellationToken)
    {
        EmbeddedBackend backend = context.OpenBackend();
        JudgedSet judged = context.Arguments.GetValue(_similar) is { } qrels
            ? JudgedSet.ReadSimilar(qrels)
            : RelatedLists.Read(context.Arguments.GetValue(_related) ?? backend.Source ?? throw new UsageException("The index does not name its folder; give one."), cancellationToken);
        JudgedSet set = await CheckAsync(judged, backend, cancellationToken);
        EvaluationOutput.Print(context, await new Evaluator(backend).SimilarAsync(set, cancellationToken), "similar");
        return ExitCode.Done;
    }

    private async Task<int> MeasureSearchAsync(CommandContext context, SearchRequest request, SearchRequest? baseline, CancellationToken cancellationToken)
    {
        EmbeddedBackend backend = context.OpenBackend();
        JudgedSet judged = context.Arguments.GetValue(_queries) is { } queries
            ? JudgedSet.Read(queries, context.Arguments.GetValue(_qrels)!)
            : KnownItemQueries.Draw(backend, context.Arguments.GetValue(_knownItems) ?? DefaultKnownItems, context.Arguments.GetValue(_seed), cancellationToken);
        JudgedSet set = await CheckAsync(judged, backend, cancellationToken);

        // Judgements are of the time of the articles: unless told otherwise, ages count from the newest of them.
        DateTimeOffset? now = request.Now ?? backend.NewestArticle;
        EvaluationReport report = await new Evaluator(backend).SearchAsync(set, request with { Now = now }, baseline is null ? null : baseline with { Now = now }, cancellationToken);
        EvaluationOutput.Print(context, report, report.Profile!);
        if (report.Baseline is not { } reference || report.Ci95[1] >= reference.Ndcg10) return ExitCode.Done;
        await context.Error.WriteLineAsync($"nDCG@10 is below that of '{reference.Profile}' by more than the confidence interval.");
        return ExitCode.Failed;
    }

    /// <summary>A gate that measured nothing must not be open.</summary>
    private static async Task<JudgedSet> CheckAsync(JudgedSet set, EmbeddedBackend backend, CancellationToken cancellationToken)
    {
        if (set.Queries.Count == 0) throw NothingToMeasure();
        foreach (string id in set.Queries.SelectMany(query => query.Grades.Keys))
        {
            if (await backend.FindArticleAsync(id, cancellationToken) is not null) return set;
        }

        throw new InvalidDataException("None of the judged articles is in the index: there is nothing to measure.");
    }

    private static InvalidDataException NothingToMeasure() => new("No query has a relevant article: there is nothing to measure. Do the ids of queries and judgements fit?");

    private static SearchRequest Under(SearchRequest request, string profile, IReadOnlyList<RankingProfile> ownProfiles)
    {
        if (SearchParameters.WithProfile(request, profile, ownProfiles) is { } other) return other;
        string[] names = [.. RankingProfile.All.Concat(ownProfiles).Select(p => p.Name)];
        string hint = NearestName.Find(profile, names) is { } nearest ? $"did you mean '{nearest}'?" : $"there are {string.Join(", ", names)}.";
        throw new UsageException($"--baseline '{profile}' is no profile; {hint}");
    }
}
