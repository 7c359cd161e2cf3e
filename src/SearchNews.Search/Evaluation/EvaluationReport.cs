using System.Text.Json.Serialization;

namespace SearchNews.Search.Evaluation;

/// <summary>Means over the queries of a judged set.</summary>
public sealed record EvaluationReport
{
    /// <summary>How many changed queries are listed.</summary>
    private const int MostChanged = 20;

    /// <summary>The ranking profile; null for similar articles.</summary>
    [JsonPropertyName("profile")]
    public string? Profile { get; init; }

    /// <summary>Queries with at least one relevant article.</summary>
    [JsonPropertyName("queries")]
    public int Queries { get; init; }

    /// <summary>Mean nDCG at 10, linear gain.</summary>
    [JsonPropertyName("ndcg@10")]
    public double Ndcg10 { get; init; }

    /// <summary>Mean reciprocal rank among 10.</summary>
    [JsonPropertyName("mrr@10")]
    public double Mrr10 { get; init; }

    /// <summary>Mean recall at 10.</summary>
    [JsonPropertyName("recall@10")]
    public double Recall10 { get; init; }

    /// <summary>Mean recall at 100.</summary>
    [JsonPropertyName("recall@100")]
    public double Recall100 { get; init; }

    /// <summary>Share of queries whose first article is relevant.</summary>
    [JsonPropertyName("hit@1")]
    public double Hit1 { get; init; }

    /// <summary>Mean average precision at 1,000.</summary>
    [JsonPropertyName("map@1000")]
    public double Map1000 { get; init; }

    /// <summary>95% bootstrap confidence interval of mean nDCG at 10: low, high.</summary>
    [JsonPropertyName("ci95")]
    public IReadOnlyList<double> Ci95 { get; init; } = [];

    /// <summary>The same of the profile compared with, or null.</summary>
    [JsonPropertyName("baseline")]
    public EvaluationReport? Baseline { get; init; }

    /// <summary>The queries that changed most against the baseline, worst first; null without a baseline.</summary>
    [JsonPropertyName("changed")]
    public IReadOnlyList<QueryChange>? Changed { get; init; }

    /// <summary>Means by kind of query, where the queries have kinds.</summary>
    [JsonPropertyName("kinds")]
    public IReadOnlyDictionary<string, KindReport>? Kinds { get; init; }

    /// <summary>Averages the measures of single queries.</summary>
    /// <param name="measured">One entry a query.</param>
    public static EvaluationReport Of(IReadOnlyList<MeasuredQuery> measured)
    {
        ArgumentNullException.ThrowIfNull(measured);
        if (measured.Count == 0) return new EvaluationReport { Ci95 = [0, 0] };
        SortedDictionary<string, KindReport> kinds = KindReport.Of(measured);
        return new EvaluationReport
        {
            Queries = measured.Count,
            Ndcg10 = measured.Average(m => m.Measures.Ndcg10),
            Mrr10 = measured.Average(m => m.Measures.Mrr10),
            Recall10 = measured.Average(m => m.Measures.Recall10),
            Recall100 = measured.Average(m => m.Measures.Recall100),
            Hit1 = measured.Average(m => m.Measures.Hit1),
            Map1000 = measured.Average(m => m.Measures.Map1000),
            Ci95 = Bootstrap.Interval95([.. measured.Select(m => m.Measures.Ndcg10)]),
            Kinds = kinds.Count == 0 ? null : kinds,
        };
    }

    /// <summary>Sets the report beside that of a baseline over the same queries.</summary>
    internal EvaluationReport ComparedWith(EvaluationReport baseline, IReadOnlyList<MeasuredQuery> measured, IReadOnlyList<MeasuredQuery> reference)
    {
        IEnumerable<QueryChange> changes = measured
            .Zip(reference, (mine, other) => new QueryChange(mine.Query.Id, mine.Query.Text, mine.Measures.Ndcg10, other.Measures.Ndcg10))
            .Where(change => change.Ndcg10 != change.Baseline)
            .OrderByDescending(change => Math.Abs(change.Ndcg10 - change.Baseline))
            .Take(MostChanged)
            .OrderBy(change => change.Ndcg10 - change.Baseline);
        return this with { Baseline = baseline, Changed = [.. changes] };
    }
}
