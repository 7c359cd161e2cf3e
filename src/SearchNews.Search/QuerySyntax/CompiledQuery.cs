using SearchNews.Lucene.Search;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.QuerySyntax;

/// <summary>A user query as engine queries.</summary>
/// <param name="Text">What is matched and scored; null when the query only filters, or searches for nothing.</param>
/// <param name="Filters">Conditions that match without scoring.</param>
/// <param name="Exclusions">What must not match.</param>
/// <param name="Words">What is searched for and under which conditions, part by part, in the order of the query; exclusions left out.</param>
/// <param name="Runs">The plain words of the top level: runs with nothing else between them, in the order of the query.</param>
/// <param name="CanRelax">True when asking for fewer words could find more.</param>
/// <param name="Warnings">What could not be searched as it was meant, in plain words.</param>
internal sealed record CompiledQuery(
    Query? Text,
    IReadOnlyList<Query> Filters,
    IReadOnlyList<Query> Exclusions,
    IReadOnlyList<CompiledWord> Words,
    IReadOnlyList<IReadOnlyList<PlacedTerm>> Runs,
    bool CanRelax,
    IReadOnlyList<string> Warnings)
{
    /// <summary>True when it neither scores nor filters nor excludes: there was no word in it.</summary>
    public bool DemandsNothing => Text is null && Filters.Count == 0 && Exclusions.Count == 0;
}
