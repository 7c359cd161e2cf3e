using SearchNews.Search.QuerySyntax;

namespace SearchNews.Search.Synonyms;

/// <summary>
/// Puts words of the same meaning beside those of a query: what a person could have typed with OR. Words side by side are taken together as far as rules go. What
/// is in quotes, excluded, a prefix or a spelling is left as it is. Groups nest 16 deep at most.
/// </summary>
internal static class SynonymExpander
{
    /// <summary>The query with synonyms; the same one when no rule applies.</summary>
    public static UserQuery Expand(UserQuery query, SynonymRules rules) => rules.MaxStems == 0 ? query : query with { Root = Expand(query.Root, rules) };

    private static GroupNode Expand(GroupNode group, SynonymRules rules)
    {
        var clauses = new List<QueryClause>();
        for (int i = 0; i < group.Clauses.Count;)
        {
            (int taken, QueryClause clause) = Next(group.Clauses, i, rules);
            clauses.Add(clause);
            i += taken;
        }

        return new GroupNode(clauses);
    }

    /// <summary>The longest run of words from a clause on that has another meaning, else the clause alone.</summary>
    private static (int Taken, QueryClause Clause) Next(IReadOnlyList<QueryClause> clauses, int start, SynonymRules rules)
    {
        QueryClause first = clauses[start];
        if (first.Kind == ClauseKind.Excluded) return (1, first);
        if (first.Node is not WordNode word) return (1, first with { Node = Expand(first.Node, rules) });
        var words = new List<WordNode>();
        var stems = new List<string>();
        (int Taken, QueryClause Clause) best = (1, first);
        for (int i = start; i < clauses.Count && IsSideBySide(clauses[i], first, word); i++)
        {
            var next = (WordNode)clauses[i].Node;
            string[] added = SynonymRules.StemsOf(next.Text);
            words.Add(next);
            stems.AddRange(added);
            if (stems.Count > rules.MaxStems) break;

            // A stop word begins and ends nothing.
            if (i == start && added.Length == 0) break;
            if (added.Length > 0 && rules.Find(stems.ToArray()) is { } others) best = (words.Count, first with { Node = Synonyms([.. words], others) });
        }

        return best;
    }

    private static bool IsSideBySide(QueryClause clause, QueryClause first, WordNode word) =>
        ReferenceEquals(clause, first) || (clause.Kind == ClauseKind.Default && first.Kind == ClauseKind.Default && clause.Node is WordNode other && other.Field == word.Field);

    private static QueryNode Expand(QueryNode node, SynonymRules rules) => node switch
    {
        WordNode word when rules.Find(SynonymRules.StemsOf(word.Text)) is { } others => Synonyms([word], others),
        AlternativesNode alternatives => new AlternativesNode([.. alternatives.Nodes.Select(alternative => Expand(alternative, rules))]),
        GroupNode group => Expand(group, rules),
        _ => node,
    };

    private static SynonymsNode Synonyms(WordNode[] words, IReadOnlyList<string> others) => new(words, [.. others.Select(other => Meaning(other, words[0].Field))]);

    /// <summary>A word in any of its forms, or several in this order as they stand in the file.</summary>
    private static QueryNode Meaning(string text, string? field) => SynonymRules.StemsOf(text).Length == 1 && !text.Contains(' ', StringComparison.Ordinal) ? new WordNode(text, field) : new PhraseNode(text, field);
}
