using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Evaluation;

/// <summary>Runs judged queries against a backend and measures the answers. Limits of requests do not apply here: lists go to 1,000.</summary>
public sealed class Evaluator
{
    private const int Depth = 1000;

    private readonly ISearchBackend _backend;

    /// <summary>Creates an evaluator.</summary>
    public Evaluator(ISearchBackend backend) => _backend = backend;

    /// <summary>Measures keyword search.</summary>
    /// <param name="set">Queries and judgements.</param>
    /// <param name="template">Everything but the query: profile, match policy, now.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<EvaluationReport> SearchAsync(JudgedSet set, SearchRequest template, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(template);
        var measures = new List<QueryMeasures>(set.Queries.Count);
        foreach (JudgedQuery query in set.Queries)
        {
            SearchResponse response = await _backend.SearchAsync(template with { Query = query.Text, Page = 1, Size = Depth, Sort = SortOrder.Relevance }, cancellationToken);
            measures.Add(QueryMeasures.Of([.. response.Hits.Select(h => h.Id)], query.Grades));
        }

        return EvaluationReport.Of(measures) with { Profile = template.Profile };
    }

    /// <summary>Measures similar articles, story members included. An article that is not in the index counts as a query without hits.</summary>
    public async Task<EvaluationReport> SimilarAsync(JudgedSet set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        var measures = new List<QueryMeasures>(set.Queries.Count);
        foreach (JudgedQuery query in set.Queries)
        {
            SimilarResponse? response = await _backend.FindSimilarAsync(new SimilarRequest(query.Text, Depth, IncludeStory: true), cancellationToken);
            measures.Add(QueryMeasures.Of([.. response?.Hits.Select(h => h.Id) ?? []], query.Grades));
        }

        return EvaluationReport.Of(measures);
    }
}
