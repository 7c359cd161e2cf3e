using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Evaluation;

/// <summary>Runs judged queries against a backend, on all processors, and measures the answers. Limits of requests do not apply here: lists go to 1,000.</summary>
public sealed class Evaluator
{
    private const int Depth = 1000;

    private readonly ISearchBackend _backend;

    /// <summary>Creates an evaluator.</summary>
    public Evaluator(ISearchBackend backend) => _backend = backend;

    /// <summary>Measures keyword search.</summary>
    /// <param name="set">Queries and judgements.</param>
    /// <param name="template">Everything but the query: profile, match policy, now.</param>
    /// <param name="baseline">What to compare with, or null.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<EvaluationReport> SearchAsync(JudgedSet set, SearchRequest template, SearchRequest? baseline = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(template);
        MeasuredQuery[] measured = await SearchAsync(set, template, cancellationToken);
        EvaluationReport report = EvaluationReport.Of(measured) with { Profile = template.Profile };
        if (baseline is null) return report;
        MeasuredQuery[] reference = await SearchAsync(set, baseline, cancellationToken);
        return report.ComparedWith(EvaluationReport.Of(reference) with { Profile = baseline.Profile }, measured, reference);
    }

    /// <summary>Measures similar articles, story members included. An article that is not in the index counts as a query without hits.</summary>
    public async Task<EvaluationReport> SimilarAsync(JudgedSet set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        return EvaluationReport.Of(await MeasureAsync(set, FindSimilarAsync, cancellationToken));

        async ValueTask<IEnumerable<string>> FindSimilarAsync(JudgedQuery query, CancellationToken token)
        {
            SimilarResponse? response = await _backend.FindSimilarAsync(new SimilarRequest(query.Text, Depth, IncludeStory: true), token);
            return response?.Hits.Select(h => h.Id) ?? [];
        }
    }

    private Task<MeasuredQuery[]> SearchAsync(JudgedSet set, SearchRequest template, CancellationToken cancellationToken) => MeasureAsync(
        set,
        async (query, token) =>
        {
            SearchRequest request = template with { Query = query.Text, Page = 1, Size = Depth, Sort = SortOrder.Relevance };
            return (await _backend.SearchAsync(request, token)).Hits.Select(h => h.Id);
        },
        cancellationToken);

    private static async Task<MeasuredQuery[]> MeasureAsync(JudgedSet set, Func<JudgedQuery, CancellationToken, ValueTask<IEnumerable<string>>> ask, CancellationToken cancellationToken)
    {
        var measured = new MeasuredQuery[set.Queries.Count];
        await Parallel.ForAsync(0, measured.Length, cancellationToken, async (i, token) =>
        {
            JudgedQuery query = set.Queries[i];
            measured[i] = new MeasuredQuery(query, QueryMeasures.Of([.. await ask(query, token)], query.Grades));
        });
        return measured;
    }
}
