using SearchNews.Lucene.Search;

namespace SearchNews.Search.QuerySyntax;

/// <summary>A word, phrase, prefix, variant or condition of a user query that is not excluded, and what it was compiled to.</summary>
/// <param name="Node">The part of the user's query.</param>
/// <param name="Query">The engine's query; its scoring parts stand unchanged in the query of the whole.</param>
internal sealed record CompiledWord(QueryNode Node, Query Query);
