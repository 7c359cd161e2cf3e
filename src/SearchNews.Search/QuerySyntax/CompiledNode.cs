using SearchNews.Lucene.Search;

namespace SearchNews.Search.QuerySyntax;

/// <summary>A compiled part of a query.</summary>
/// <param name="Query">The engine's query.</param>
/// <param name="Scores">False when it is made of conditions and exclusions only: then it always has to hold, and no match policy may drop it.</param>
internal sealed record CompiledNode(Query Query, bool Scores)
{
    /// <summary>Something to search for, or null when there is nothing.</summary>
    public static CompiledNode? Scoring(Query? query) => query is null ? null : new CompiledNode(query, Scores: true);
}
