using SearchNews.Search.Indexing;
using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Explaining;

/// <summary>Which words of a query an article lacks, as the user typed them.</summary>
internal static class MissingWords
{
    /// <summary>The typed words some indexed form of which has tf 0.</summary>
    public static IReadOnlyList<string> Of(UserQuery query, IReadOnlyList<TermExplanation> terms)
    {
        // A word searched in two fields is missing only when it stands in neither.
        HashSet<string> lacking = [.. terms.GroupBy(t => t.Term, StringComparer.Ordinal).Where(word => word.All(t => t.Tf == 0)).Select(word => word.Key)];
        return [.. Words(query.Root).Where(word => ArticleSchema.News.Analyze(word).Any(token => lacking.Contains(token.Term))).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        WordNode word => [word.Text],
        PhraseNode phrase => [phrase.Text],
        AlternativesNode alternatives => alternatives.Nodes.SelectMany(Words),
        GroupNode group => group.Clauses.Where(c => c.Kind != ClauseKind.Excluded).SelectMany(c => Words(c.Node)),
        _ => [],
    };
}
