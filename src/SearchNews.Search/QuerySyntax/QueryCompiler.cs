using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Search.QuerySyntax;

/// <summary>
/// Turns a parsed user query into engine queries: words by stem on the combined field, phrases word for word on <c>words</c>, conditions as filters.
/// Stop words count only in phrases; a query of nothing else runs on <c>words</c>.
/// </summary>
internal sealed class QueryCompiler
{
    private const float ClassicTitleBoost = 2f;

    private readonly RankingProfile _profile;
    private readonly MatchPolicy _policy;
    private readonly FilterCompiler _filters;
    private readonly bool _stopWordsOnly;

    private QueryCompiler(RankingProfile profile, MatchPolicy policy, FilterCompiler filters, bool stopWordsOnly)
    {
        _profile = profile;
        _policy = policy;
        _filters = filters;
        _stopWordsOnly = stopWordsOnly;
    }

    /// <summary>Compiles a query.</summary>
    public static CompiledQuery Compile(UserQuery query, RankingProfile profile, MatchPolicy policy, FilterCompiler filters)
    {
        CompiledQuery compiled = new QueryCompiler(profile, policy, filters, stopWordsOnly: false).CompileRoot(query.Root);
        return compiled.Text is null && HasPositiveWords(query.Root)
            ? new QueryCompiler(profile, policy, filters, stopWordsOnly: true).CompileRoot(query.Root)
            : compiled;
    }

    private static bool HasPositiveWords(GroupNode group) => group.Clauses.Any(clause => clause.Kind != ClauseKind.Excluded && clause.Node switch
    {
        WordNode => true,
        GroupNode inner => HasPositiveWords(inner),
        AlternativesNode alternatives => alternatives.Nodes.Any(n => n is WordNode),
        _ => false,
    });

    private CompiledQuery CompileRoot(GroupNode root)
    {
        var level = CompileLevel(root);
        return new CompiledQuery(level.ToQuery(_policy), level.Filters, level.Excluded, level.Optional.Count);
    }

    private CompiledLevel CompileLevel(GroupNode group)
    {
        var level = new CompiledLevel();
        foreach (QueryClause clause in group.Clauses)
        {
            if (clause.Node is FilterNode filter && clause.Kind != ClauseKind.Excluded) level.Filters.Add(_filters.Compile(filter));
            else if (clause.Kind == ClauseKind.Excluded) AddIfAny(level.Excluded, CompileNode(clause.Node));
            else if (clause.Node is WordNode word) (clause.Kind == ClauseKind.Required ? level.Required : level.Optional).AddRange(CompileWord(word));
            else AddIfAny(clause.Kind == ClauseKind.Required ? level.Required : level.Optional, CompileNode(clause.Node));
        }

        return level;
    }

    private static void AddIfAny(List<Query> list, Query? query)
    {
        if (query is not null) list.Add(query);
    }

    private Query? CompileNode(QueryNode node) => node switch
    {
        WordNode word => Join(CompileWord(word), Occur.Must),
        PhraseNode phrase => CompilePhrase(phrase),
        PrefixNode prefix => new PrefixQuery(ArticleFields.Words, prefix.Prefix.ToLowerInvariant()),
        FuzzyNode fuzzy => CompileFuzzy(fuzzy),
        FilterNode filter => new BoostQuery(new ConstantScoreQuery(_filters.Compile(filter)), 0f),
        AlternativesNode alternatives => Join([.. alternatives.Nodes.Select(CompileNode).OfType<Query>()], Occur.Should),
        GroupNode group => CompileLevel(group).ToNestedQuery(_policy),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Unknown kind of node."),
    };

    /// <summary>The word's tokens; none for a stop word or a sign, several for one such as <c>state-of-the-art</c>.</summary>
    private IEnumerable<Query> CompileWord(WordNode word)
    {
        if (_stopWordsOnly && word.Field is null)
            return ArticleSchema.Words.Analyze(word.Text).Select(token => (Query)new TermQuery(ArticleFields.Words, token.Term));
        return ArticleSchema.News.Analyze(word.Text).Select(token => CompileToken(token.Term, word.Field));
    }

    private Query CompileToken(string term, string? field)
    {
        if (field is not null) return new TermQuery(field, term);
        if (!_profile.SeparateFields) return new TermQuery(ArticleFields.Text, term);
        return BooleanQuery.Of(Occur.Should, new BoostQuery(new TermQuery(ArticleFields.Title, term), ClassicTitleBoost), new TermQuery(ArticleFields.Excerpt, term));
    }

    /// <summary>A phrase is matched word for word; inside a named field, which keeps stems only, by stems.</summary>
    private static Query? CompilePhrase(PhraseNode phrase)
    {
        (string field, Analyzer analyzer) = phrase.Field is null ? (ArticleFields.Words, ArticleSchema.Words) : (phrase.Field, ArticleSchema.News);
        IReadOnlyList<AnalyzedToken> tokens = analyzer.Analyze(phrase.Text);
        if (tokens.Count == 0) return null;
        if (tokens.Count == 1) return new TermQuery(field, tokens[0].Term);
        var builder = new PhraseQuery.Builder();
        foreach (AnalyzedToken token in tokens) builder.Add(new Lucene.Index.Term(field, token.Term), token.Position - tokens[0].Position);
        return builder.Build();
    }

    private static Query? CompileFuzzy(FuzzyNode fuzzy) =>
        Join([.. ArticleSchema.Words.Analyze(fuzzy.Text).Select(token => (Query)new FuzzyQuery(new Lucene.Index.Term(ArticleFields.Words, token.Term), fuzzy.MaxEdits))], Occur.Must);

    private static Query? Join(IEnumerable<Query> queries, Occur occur)
    {
        Query[] all = [.. queries];
        return all.Length switch { 0 => null, 1 => all[0], _ => BooleanQuery.Of(occur, all) };
    }
}
