using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Search.QuerySyntax;

/// <summary>
/// Turns a parsed user query into engine queries: words by stem on the combined field, phrases word for word on <c>words</c>, conditions as filters.
/// Stop words count only in phrases; a query of nothing else runs on <c>words</c>, whatever field it named.
/// </summary>
internal sealed class QueryCompiler
{
    /// <summary>Words that are searched, after the analyzer took words such as <c>a,b,c</c> apart; half of what a boolean query may hold.</summary>
    public const int MaxTokens = BooleanQuery.MaxClauseCount / 2;

    private const float ClassicTitleBoost = 2f;

    // What a word counts that is not the one typed.
    private const float CorrectionBoost = 0.6f;

    private readonly RankingProfile _profile;
    private readonly MatchPolicy _policy;
    private readonly MatchPolicy _askedPolicy;
    private readonly FilterCompiler _filters;
    private readonly WordVariants _variants;
    private readonly bool _stopWordsCount;
    private readonly List<CompiledWord> _words = [];
    private readonly List<string> _warnings = [];
    private int _tokensLeft = MaxTokens;
    private int _exclusionsOpen;
    private bool _canRelax;

    private QueryCompiler(RankingProfile profile, MatchPolicy policy, MatchPolicy askedPolicy, FilterCompiler filters, WordVariants variants, bool stopWordsCount)
    {
        _profile = profile;
        _policy = policy;
        _askedPolicy = askedPolicy;
        _filters = filters;
        _variants = variants;
        _stopWordsCount = stopWordsCount;
    }

    /// <summary>Compiles a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="profile">Says which fields are searched.</param>
    /// <param name="policy">How many words must match.</param>
    /// <param name="askedPolicy">The policy before any relaxing: it holds for what is excluded, so that relaxing never excludes more.</param>
    /// <param name="filters">Compiles the conditions.</param>
    /// <param name="variants">Finds the words of prefixes and spellings.</param>
    public static CompiledQuery Compile(UserQuery query, RankingProfile profile, MatchPolicy policy, MatchPolicy askedPolicy, FilterCompiler filters, WordVariants variants)
    {
        CompiledQuery compiled = new QueryCompiler(profile, policy, askedPolicy, filters, variants, stopWordsCount: false).CompileRoot(query.Root);
        return compiled.Text is null
            ? new QueryCompiler(profile, policy, askedPolicy, filters, variants, stopWordsCount: true).CompileRoot(query.Root)
            : compiled;
    }

    private CompiledQuery CompileRoot(GroupNode root)
    {
        CompiledLevel level = CompileLevel(root);
        return new CompiledQuery(level.ToQuery(_policy), level.Filters, level.Excluded, _words, RunsOf(root), _canRelax, _warnings);
    }

    /// <summary>Plain words have no sign, no field and no quotes: whatever else stands between two of them parts them.</summary>
    private static IReadOnlyList<IReadOnlyList<PlacedTerm>> RunsOf(GroupNode root)
    {
        var runs = new PlainRuns();
        foreach (QueryClause clause in root.Clauses)
        {
            WordNode[]? words = clause.Kind != ClauseKind.Default ? null : clause.Node switch
            {
                WordNode { Field: null } word => [word],
                SynonymsNode synonyms when synonyms.Typed.All(word => word.Field is null) => [.. synonyms.Typed],
                _ => null,
            };
            if (words is null) runs.Break();
            else foreach (WordNode word in words) runs.Add(word.Text, word.Correction, CorrectionBoost);
        }

        return runs.ToRuns();
    }

    private CompiledLevel CompileLevel(GroupNode group)
    {
        var level = new CompiledLevel();
        foreach (QueryClause clause in group.Clauses)
        {
            List<Query> scoring = clause.Kind == ClauseKind.Required ? level.Required : level.Optional;
            if (clause.Kind == ClauseKind.Excluded) AddIfAny(level.Excluded, CompileExcluded(clause.Node));
            else if (clause.Node is WordNode word) scoring.AddRange(Noted(word, CompileWord(word)));
            else if (CompileNode(clause.Node) is { } compiled) (compiled.Scores ? scoring : level.Filters).Add(compiled.Query);
        }

        _canRelax |= level.CanRelax && _exclusionsOpen == 0;
        return level;
    }

    private Query? CompileExcluded(QueryNode node)
    {
        _exclusionsOpen++;
        CompiledNode? compiled = CompileNode(node);
        _exclusionsOpen--;
        return compiled?.Query;
    }

    private static void AddIfAny(List<Query> list, Query? query)
    {
        if (query is not null) list.Add(query);
    }

    private CompiledNode? CompileNode(QueryNode node) => node switch
    {
        WordNode word => CompiledNode.Scoring(Join(Noted(word, CompileWord(word)), Occur.Must)),
        PhraseNode phrase => CompiledNode.Scoring(Noted(phrase, CompilePhrase(phrase))),
        PrefixNode prefix => CompiledNode.Scoring(Noted(prefix, CompilePrefix(prefix))),
        FuzzyNode fuzzy => CompiledNode.Scoring(Noted(fuzzy, CompileFuzzy(fuzzy))),
        FilterNode filter => new CompiledNode(Noted(filter, new BoostQuery(new ConstantScoreQuery(_filters.Compile(filter)), 0f))!, Scores: false),
        AlternativesNode alternatives => CompileAlternatives(alternatives),
        SynonymsNode synonyms => CompileSynonyms(synonyms),
        GroupNode group => CompileGroup(group),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Unknown kind of node."),
    };

    private Query? Noted(QueryNode node, Query? query)
    {
        if (query is not null && _exclusionsOpen == 0) _words.Add(new CompiledWord(node, query));
        return query;
    }

    private Query[] Noted(WordNode word, Query[] tokens)
    {
        Noted(word, Join(tokens, Occur.Must));
        return tokens;
    }

    private CompiledNode? CompileAlternatives(AlternativesNode node)
    {
        CompiledNode[] alternatives = [.. node.Nodes.Select(CompileNode).OfType<CompiledNode>()];
        return Join(alternatives.Select(alternative => alternative.Query), Occur.Should) is { } query ? new CompiledNode(query, alternatives.Any(alternative => alternative.Scores)) : null;
    }

    private CompiledNode? CompileSynonyms(SynonymsNode node)
    {
        Query[] meanings = [.. node.Others.Prepend(node.TypedNode).Select(CompileNode).OfType<CompiledNode>().Select(meaning => meaning.Query)];
        return CompiledNode.Scoring(meanings.Length <= 1 ? meanings.FirstOrDefault() : new DisjunctionMaxQuery(meanings, tieBreaker: 0f));
    }

    private CompiledNode? CompileGroup(GroupNode group)
    {
        CompiledLevel level = CompileLevel(group);
        return level.ToNestedQuery(_exclusionsOpen > 0 ? _askedPolicy : _policy) is { } query ? new CompiledNode(query, level.Scores) : null;
    }

    /// <summary>The word's tokens, or one query for it and its correction.</summary>
    private Query[] CompileWord(WordNode word)
    {
        Query[] typed = CompileTyped(word);
        if (word.Correction is null || Join(CompileText(word.Correction, word.Field), Occur.Must) is not { } correction) return typed;
        return [BooleanQuery.Of(Occur.Should, [.. typed, new BoostQuery(correction, CorrectionBoost)])];
    }

    /// <summary>The word's tokens; none for a stop word or a sign, several for one such as <c>state-of-the-art</c>.</summary>
    private Query[] CompileTyped(WordNode word)
    {
        Query[] whole = CompileText(word.Text, word.Field);
        if (whole.Length == 0 || !word.Text.Contains(':', StringComparison.Ordinal)) return whole;

        // The analyzer keeps letters:letters as one word, such as re:Invent. People also write a colon after what they take for a field.
        Query[] parts = CompileText(word.Text.Replace(':', ' '), word.Field);
        return parts.Length <= whole.Length ? whole : [BooleanQuery.Of(Occur.Should, Join(whole, Occur.Must)!, Join(parts, Occur.Must)!)];
    }

    private Query[] CompileText(string text, string? field)
    {
        Query[] queries = [.. ArticleSchema.News.Analyze(text).Select(token => CompileToken(token.Term, field))];
        if (queries.Length == 0 && _stopWordsCount)
        {
            queries = [.. ArticleSchema.Words.Analyze(text).Select(token => new TermQuery(ArticleFields.Words, token.Term))];
            if (queries.Length > 0 && field is not null) WarnOfStopWords($"{field}:{text}");
        }

        if (queries.Length > _tokensLeft)
        {
            Warn($"Only {MaxTokens} words are searched; the rest was dropped.");
            Array.Resize(ref queries, _tokensLeft);
        }

        _tokensLeft -= queries.Length;
        return queries;
    }

    private Query CompileToken(string term, string? field)
    {
        if (field is not null) return new TermQuery(field, term);
        if (!_profile.SeparateFields) return new TermQuery(ArticleFields.Text, term);
        return BooleanQuery.Of(Occur.Should, new BoostQuery(new TermQuery(ArticleFields.Title, term), ClassicTitleBoost), new TermQuery(ArticleFields.Excerpt, term));
    }

    /// <summary>A phrase is matched word for word; inside a named field, which keeps stems only, by stems. Stop words, which that has none of, are looked for in both.</summary>
    private Query? CompilePhrase(PhraseNode phrase)
    {
        (string field, Analyzer analyzer) = phrase.Field is null ? (ArticleFields.Words, ArticleSchema.Words) : (phrase.Field, ArticleSchema.News);
        IReadOnlyList<AnalyzedToken> tokens = analyzer.Analyze(phrase.Text);
        if (tokens.Count == 0 && phrase.Field is not null)
        {
            (field, tokens) = (ArticleFields.Words, ArticleSchema.Words.Analyze(phrase.Text));
            if (tokens.Count > 0) WarnOfStopWords(phrase.ToString());
        }

        if (tokens.Count == 0) return null;
        if (tokens.Count == 1) return new TermQuery(field, tokens[0].Term);
        var builder = new PhraseQuery.Builder();
        foreach (AnalyzedToken token in tokens) builder.Add(new Lucene.Index.Term(field, token.Term), token.Position - tokens[0].Position);
        return builder.Build();
    }

    private Query CompilePrefix(PrefixNode prefix)
    {
        Query query = _variants.BeginningWith(prefix.Prefix, out bool isCut);
        if (isCut) Warn($"'{prefix}' stands for too many words; not all of those with accents are searched.");
        return query;
    }

    private Query? CompileFuzzy(FuzzyNode fuzzy) =>
        Join(ArticleSchema.Words.Analyze(fuzzy.Text).Select(token => _variants.SpelledLike(token.Term, fuzzy.MaxEdits)), Occur.Must);

    private void WarnOfStopWords(string what) => Warn($"'{what}' has nothing but stop words; it is searched in title and excerpt.");

    private void Warn(string warning)
    {
        if (!_warnings.Contains(warning, StringComparer.Ordinal)) _warnings.Add(warning);
    }

    private static Query? Join(IEnumerable<Query> queries, Occur occur)
    {
        Query[] all = [.. queries];
        return all.Length switch { 0 => null, 1 => all[0], _ => BooleanQuery.Of(occur, all) };
    }
}
