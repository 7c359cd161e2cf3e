using SearchNews.Search.QuerySyntax;

namespace SearchNews.Search.Synonyms;

/// <summary>Says in plain words which synonyms a query is searched with.</summary>
internal static class SynonymNotes
{
    /// <summary>Such as <c>of 'k8s' and kubernetes the best counts</c>; null when there are none.</summary>
    public static string? Of(GroupNode query)
    {
        string[] notes = [.. In(query).Select(node => $"of '{string.Join(' ', node.Typed)}' and {string.Join(", ", node.Others)} the best counts").Distinct(StringComparer.Ordinal)];
        return notes.Length == 0 ? null : string.Join("; ", notes);
    }

    private static IEnumerable<SynonymsNode> In(QueryNode node) => node switch
    {
        SynonymsNode synonyms => [synonyms],
        AlternativesNode alternatives => alternatives.Nodes.SelectMany(In),
        GroupNode group => group.Clauses.Where(clause => clause.Kind != ClauseKind.Excluded).SelectMany(clause => In(clause.Node)),
        _ => [],
    };
}
