using SearchNews.Lucene.Search;

namespace SearchNews.Search.QuerySyntax;

/// <summary>A user query as engine queries.</summary>
/// <param name="Text">What is matched and scored; null when the query only filters, or searches for nothing.</param>
/// <param name="Filters">Conditions that match without scoring.</param>
/// <param name="Exclusions">What must not match.</param>
/// <param name="OptionalClauses">How many clauses of the top level the match policy decides about.</param>
internal sealed record CompiledQuery(Query? Text, IReadOnlyList<Query> Filters, IReadOnlyList<Query> Exclusions, int OptionalClauses)
{
    /// <summary>True when asking for fewer words could find more.</summary>
    public bool CanRelax => OptionalClauses > 1;
}
