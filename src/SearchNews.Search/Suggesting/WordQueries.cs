using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.Suggesting;

/// <summary>Makes the queries of suggestions.</summary>
internal static class WordQueries
{
    /// <summary>Finds articles with one of some terms in a field.</summary>
    public static Query AnyOf(string field, IEnumerable<string> terms)
    {
        Query[] queries = [.. terms.Select(term => new TermQuery(new Term(field, term)))];
        return queries.Length == 1 ? queries[0] : BooleanQuery.Of(Occur.Should, queries);
    }
}
