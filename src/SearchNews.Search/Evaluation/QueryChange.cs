using System.Text.Json.Serialization;

namespace SearchNews.Search.Evaluation;

/// <summary>A query whose answer differs from the baseline's.</summary>
/// <param name="Id">The query's id.</param>
/// <param name="Text">What was searched.</param>
/// <param name="Ndcg10">nDCG at 10.</param>
/// <param name="Baseline">nDCG at 10 of the baseline.</param>
public sealed record QueryChange(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("ndcg@10")] double Ndcg10,
    [property: JsonPropertyName("baseline")] double Baseline);
