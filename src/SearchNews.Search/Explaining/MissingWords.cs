using SearchNews.Lucene.Search;
using SearchNews.Search.QuerySyntax;

namespace SearchNews.Search.Explaining;

/// <summary>Which words, phrases, prefixes and spellings of a query an article lacks, as the user typed them.</summary>
internal sealed class MissingWords
{
    private readonly Dictionary<QueryNode, Query> _queries = [];
    private readonly Func<Query, bool> _matches;
    private readonly List<string> _missing = [];

    private MissingWords(IEnumerable<CompiledWord> words, Func<Query, bool> matches)
    {
        foreach (CompiledWord word in words) _queries[word.Node] = word.Query;
        _matches = matches;
    }

    /// <summary>What keeps the text from matching; empty when it is not for lack of words.</summary>
    /// <param name="query">What the user's text was understood as.</param>
    /// <param name="words">What its parts were compiled to; parts that were not are not searched for.</param>
    /// <param name="matches">Whether the article matches a query.</param>
    public static IReadOnlyList<string> Of(UserQuery query, IEnumerable<CompiledWord> words, Func<Query, bool> matches)
    {
        var missing = new MissingWords(words, matches);
        missing.Holds(query.Root);
        return missing._missing;
    }

    /// <summary>Whether a part holds; when it does not, what it lacks has been noted.</summary>
    private bool Holds(QueryNode node) => node switch
    {
        AlternativesNode alternatives => AnyHolds(alternatives.Nodes),
        SynonymsNode synonyms => AnyHolds([synonyms.TypedNode, .. synonyms.Others]),
        GroupNode group => AllHold(group.Clauses.Where(clause => clause.Kind != ClauseKind.Excluded)),
        _ => IsFound(node),
    };

    /// <summary>Looks at every clause, as each may lack something.</summary>
    private bool AllHold(IEnumerable<QueryClause> clauses)
    {
        bool all = true;
        foreach (QueryClause clause in clauses) all &= Holds(clause.Node);
        return all;
    }

    private bool AnyHolds(IReadOnlyList<QueryNode> alternatives)
    {
        int before = _missing.Count;
        bool any = false;
        foreach (QueryNode node in alternatives) any |= Holds(node);
        if (!any) return false;

        // One is enough: what the others lack does not matter.
        _missing.RemoveRange(before, _missing.Count - before);
        return true;
    }

    private bool IsFound(QueryNode node)
    {
        if (!_queries.TryGetValue(node, out Query? query) || _matches(query)) return true;
        if (TextOf(node) is { } text && !_missing.Contains(text, StringComparer.Ordinal)) _missing.Add(text);
        return false;
    }

    private static string? TextOf(QueryNode node) => node switch
    {
        WordNode word => word.Text,
        PhraseNode phrase => phrase.Text,
        FilterNode => null,
        _ => node.ToString(),
    };
}
