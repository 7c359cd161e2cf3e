using SearchNews.Search.QuerySyntax;

namespace SearchNews.Search.Spelling;

/// <summary>The words of a parsed query that are searched for one by one: not those in quotes, excluded, or part of a prefix, a spelling or a condition. Groups nest 16 deep at most.</summary>
internal static class QueryWords
{
    /// <summary>The words in the order of the query, and whether each is one of several alternatives.</summary>
    public static IEnumerable<(WordNode Word, bool IsAlternative)> Of(GroupNode group) =>
        group.Clauses.Where(clause => clause.Kind != ClauseKind.Excluded).SelectMany(clause => Of(clause.Node, isAlternative: false));

    /// <summary>The same query with words replaced.</summary>
    public static GroupNode Replace(GroupNode group, IReadOnlyDictionary<WordNode, WordNode> replacements) =>
        new([.. group.Clauses.Select(clause => clause.Kind == ClauseKind.Excluded ? clause : clause with { Node = Replace(clause.Node, replacements) })]);

    private static IEnumerable<(WordNode Word, bool IsAlternative)> Of(QueryNode node, bool isAlternative) => node switch
    {
        WordNode word => [(word, isAlternative)],
        AlternativesNode alternatives => alternatives.Nodes.SelectMany(alternative => Of(alternative, isAlternative: true)),
        GroupNode group => Of(group).Select(word => word with { IsAlternative = word.IsAlternative || isAlternative }),
        _ => [],
    };

    private static QueryNode Replace(QueryNode node, IReadOnlyDictionary<WordNode, WordNode> replacements) => node switch
    {
        WordNode word => replacements.GetValueOrDefault(word, word),
        AlternativesNode alternatives => new AlternativesNode([.. alternatives.Nodes.Select(alternative => Replace(alternative, replacements))]),
        GroupNode group => Replace(group, replacements),
        _ => node,
    };
}
