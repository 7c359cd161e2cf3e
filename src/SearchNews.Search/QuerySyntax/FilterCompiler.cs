using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;

namespace SearchNews.Search.QuerySyntax;

/// <summary>Turns conditions, from parameters or from the query text, into engine queries that match without scoring.</summary>
internal sealed class FilterCompiler
{
    private readonly IndexReader _reader;

    /// <summary>Creates a compiler for one snapshot, whose providers decide what a domain's sub-domains are.</summary>
    public FilterCompiler(IndexReader reader) => _reader = reader;

    /// <summary>A condition of the query text.</summary>
    public Query Compile(FilterNode filter) => filter.Name switch
    {
        "site" => Site(filter.Value),
        "topic" => Keyword(ArticleFields.Topic, filter.Value),
        "type" => Keyword(ArticleFields.Type, filter.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Name, "Unknown filter."),
    };

    /// <summary>The conditions of a request, as clauses for one boolean query.</summary>
    public IEnumerable<BooleanClause> Compile(ArticleFilter filter)
    {
        IEnumerable<BooleanClause> clauses =
        [
            .. Alternatives(filter.Sites, Site),
            .. Alternatives(filter.Topics, value => Keyword(ArticleFields.Topic, value)),
            .. Alternatives(filter.Types, value => Keyword(ArticleFields.Type, value)),
            .. Alternatives(filter.Categories, value => Keyword(ArticleFields.Category, value)),
        ];
        foreach (BooleanClause clause in clauses) yield return clause;
        if (filter.From is not null || filter.To is not null)
            yield return new BooleanClause(new NumericRangeQuery(ArticleFields.PublishedAt, Milliseconds(filter.From, long.MinValue), Milliseconds(filter.To, long.MaxValue)), Occur.Filter);
        if (filter.MinQuality is { } quality)
            yield return new BooleanClause(NumericRangeQuery.OfDouble(ArticleFields.Quality, quality, double.PositiveInfinity), Occur.Filter);
        if (filter.MinHeat is { } heat)
            yield return new BooleanClause(NumericRangeQuery.OfDouble(ArticleFields.Heat, Math.Max(heat, 0), double.PositiveInfinity), Occur.Filter);
        if (filter.Visibility == Visibility.Published)
            yield return new BooleanClause(Keyword(ArticleFields.Published, "true"), Occur.Filter);
    }

    /// <summary>Values without a leading <c>-</c> are alternatives, those with one are excluded.</summary>
    private static IEnumerable<BooleanClause> Alternatives(IReadOnlyList<string> values, Func<string, Query> compile)
    {
        Query[] wanted = [.. values.Where(v => !v.StartsWith('-')).Select(compile)];
        if (wanted.Length > 0) yield return new BooleanClause(wanted.Length == 1 ? wanted[0] : BooleanQuery.Of(Occur.Should, wanted), Occur.Filter);
        foreach (string value in values.Where(v => v.StartsWith('-'))) yield return new BooleanClause(compile(value[1..]), Occur.MustNot);
    }

    private static TermQuery Keyword(string field, string value) => new(field, value.ToLowerInvariant());

    /// <summary>A domain or any of its sub-domains.</summary>
    private Query Site(string value)
    {
        string domain = value.Trim('.').ToLowerInvariant();
        byte[] suffix = Encoding.UTF8.GetBytes("." + domain);
        var domains = new SortedSet<string>(StringComparer.Ordinal) { domain };
        foreach (LeafReaderContext leaf in _reader.Leaves)
        {
            TermsEnum? terms = leaf.Reader.GetTerms(ArticleFields.Provider)?.GetTermsEnum();
            while (terms?.MoveNext() == true)
            {
                if (terms.Term.EndsWith(suffix)) domains.Add(Encoding.UTF8.GetString(terms.Term));
            }
        }

        Query[] queries = [.. domains.Take(BooleanQuery.MaxClauseCount).Select(d => new TermQuery(ArticleFields.Provider, d))];
        return queries.Length == 1 ? queries[0] : BooleanQuery.Of(Occur.Should, queries);
    }

    private static long Milliseconds(DateTimeOffset? instant, long fallback) => instant?.ToUnixTimeMilliseconds() ?? fallback;
}
