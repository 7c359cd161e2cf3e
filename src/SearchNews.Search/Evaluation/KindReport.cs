using System.Text.Json.Serialization;

namespace SearchNews.Search.Evaluation;

/// <summary>Means over the queries of one kind.</summary>
/// <param name="Queries">How many.</param>
/// <param name="Ndcg10">Mean nDCG at 10.</param>
/// <param name="Mrr10">Mean reciprocal rank among 10.</param>
/// <param name="Recall100">Mean recall at 100.</param>
public sealed record KindReport(
    [property: JsonPropertyName("queries")] int Queries,
    [property: JsonPropertyName("ndcg@10")] double Ndcg10,
    [property: JsonPropertyName("mrr@10")] double Mrr10,
    [property: JsonPropertyName("recall@100")] double Recall100)
{
    /// <summary>The kinds of queries that have one, by name.</summary>
    internal static SortedDictionary<string, KindReport> Of(IEnumerable<MeasuredQuery> measured)
    {
        var kinds = new SortedDictionary<string, KindReport>(StringComparer.Ordinal);
        foreach (IGrouping<string, QueryMeasures> kind in measured.Where(m => m.Query.Kind is not null).GroupBy(m => m.Query.Kind!, m => m.Measures, StringComparer.Ordinal))
            kinds[kind.Key] = new KindReport(kind.Count(), kind.Average(m => m.Ndcg10), kind.Average(m => m.Mrr10), kind.Average(m => m.Recall100));
        return kinds;
    }
}
