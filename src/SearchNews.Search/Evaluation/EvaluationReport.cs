using System.Text.Json.Serialization;

namespace SearchNews.Search.Evaluation;

/// <summary>Means over the queries of a judged set.</summary>
public sealed record EvaluationReport
{
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

    /// <summary>Averages the measures of single queries.</summary>
    /// <param name="measures">One entry a query.</param>
    public static EvaluationReport Of(IReadOnlyList<QueryMeasures> measures) => measures.Count == 0 ? new EvaluationReport { Ci95 = [0, 0] } : new EvaluationReport
    {
        Queries = measures.Count,
        Ndcg10 = measures.Average(m => m.Ndcg10),
        Mrr10 = measures.Average(m => m.Mrr10),
        Recall10 = measures.Average(m => m.Recall10),
        Recall100 = measures.Average(m => m.Recall100),
        Hit1 = measures.Average(m => m.Hit1),
        Map1000 = measures.Average(m => m.Map1000),
        Ci95 = Bootstrap.Interval95([.. measures.Select(m => m.Ndcg10)]),
    };
}
