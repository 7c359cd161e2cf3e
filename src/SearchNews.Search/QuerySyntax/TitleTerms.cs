using SearchNews.Search.Indexing;

namespace SearchNews.Search.QuerySyntax;

/// <summary>The title that a query may be: the terms of its whole text.</summary>
internal static class TitleTerms
{
    /// <summary>The terms in order; empty when the query cannot be a title.</summary>
    /// <param name="query">What the text was understood as.</param>
    /// <param name="text">The text. It is taken as it stands, since titles hold quotes, parentheses and the like; only conditions and exclusions are no part of a title.</param>
    public static IReadOnlyList<string> Of(UserQuery query, string text)
    {
        IReadOnlyList<QueryClause> clauses = query.Root.Clauses;
        if (clauses.Count == 0) return [];
        if (!clauses.Any(IsAside)) return Analyze(text);
        string?[] words = [.. clauses.Where(clause => !IsAside(clause)).Select(clause => TextOf(clause.Node))];
        return words.Contains(null) ? [] : Analyze(string.Join(' ', words));
    }

    private static bool IsAside(QueryClause clause) => clause.Kind == ClauseKind.Excluded || clause.Node is FilterNode;

    private static string? TextOf(QueryNode node) => node switch
    {
        WordNode { Field: null } word => word.Text,
        PhraseNode { Field: null } phrase => phrase.Text,
        _ => null,
    };

    private static string[] Analyze(string text) => [.. ArticleSchema.News.Analyze(text).Select(token => token.Term)];
}
