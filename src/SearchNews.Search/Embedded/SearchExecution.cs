using System.Diagnostics;
using SearchNews.Lucene.Search;
using SearchNews.Search.Explaining;
using SearchNews.Search.Facets;
using SearchNews.Search.Highlighting;
using SearchNews.Search.Indexing;
using SearchNews.Search.Observability;
using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Spelling;
using SearchNews.Search.Stories;
using SearchNews.Search.Synonyms;

namespace SearchNews.Search.Embedded;

/// <summary>One search over one snapshot: understand the text, search, relax when too little is found, read the page's articles.</summary>
internal sealed class SearchExecution
{
    /// <summary>With fewer articles than this, all words are no longer required.</summary>
    public const int RelaxBelow = 10;

    /// <summary>Matches are counted exactly up to here; beyond, documents that cannot enter the page may be skipped.</summary>
    public const int CountExactlyUpTo = 10_000;

    /// <summary>Values of a facet beside hits; there is a question of its own for all.</summary>
    public const int MaxFacetValues = 100;

    private readonly ArticleSnapshot _snapshot;
    private readonly SearchRequest _request;
    private readonly RankingProfile _profile;
    private readonly IndexSearcher _searcher;
    private readonly Priors _priors;
    private readonly FilterCompiler _filters;
    private readonly WordVariants _variants;
    private readonly SynonymRules _synonyms;
    private readonly UserQuery _userQuery;
    private readonly IReadOnlyList<string> _title;
    private readonly StoryLookup _stories;
    private readonly RankedHit? _after;
    private readonly CancellationToken _cancellationToken;
    private CancellationToken _budget;
    private bool _isPartial;
    private UserQuery? _respelled;

    /// <summary>Understands a request.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="request">The request; its cursor plays no part here.</param>
    /// <param name="clock">The instant to rank by, unless the request has its own.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <param name="synonyms">Words that mean the same.</param>
    /// <param name="after">The last hit shown, when the page is to begin after it instead of at its number.</param>
    public SearchExecution(ArticleSnapshot snapshot, SearchRequest request, DateTimeOffset clock, CancellationToken cancellationToken, SynonymRules? synonyms = null, RankedHit? after = null)
    {
        _after = after;
        _synonyms = synonyms ?? SynonymRules.None;
        _snapshot = snapshot;
        _request = request;
        _stories = new StoryLookup(snapshot);
        _cancellationToken = cancellationToken;
        _budget = cancellationToken;
        _profile = request.OwnProfile ?? RankingProfile.Find(request.Profile) ?? throw new InvalidRequestException("profile", $"'{request.Profile}' is not a profile.");
        _searcher = snapshot.SearcherFor(_profile);
        _priors = new Priors(_profile, request.Weights, snapshot.DocCount, request.Now ?? clock);
        _filters = new FilterCompiler(snapshot.Reader);
        _variants = new WordVariants(snapshot.Reader);
        using Activity? span = SearchActivities.Start(SearchActivities.Parse);
        _userQuery = UserQueryParser.Parse(request.Query ?? "");
        _title = TitleTerms.Of(_userQuery, request.Query ?? "");
    }

    /// <summary>The last hit of the page, when others come after it; null on the last page, and when time ran out.</summary>
    public RankedHit? Last { get; private set; }

    /// <summary>The instant that ages in the score are counted from.</summary>
    public DateTimeOffset Now => _priors.Now;

    private SortOrder Sort => _request.EffectiveSort;

    /// <summary>The request under its own match policy.</summary>
    public PreparedSearch Prepare() => Prepare(_request.Match, _userQuery);

    /// <summary>The request under the policy that its hits are scored by: its own, or any word when that finds too little; with corrections where they apply.</summary>
    public PreparedSearch PrepareAsRanked() => Search(size: 0).Prepared;

    /// <summary>Searches and answers.</summary>
    public SearchResponse Run()
    {
        using CancellationTokenSource? budget = StartBudget();
        int skipped = _after is null ? (_request.Page - 1) * _request.Size : 0;

        // One more than is shown tells whether there is another page.
        (PreparedSearch prepared, HitCollector collector) = Search(skipped + _request.Size + 1);
        RankedHit[] hits = [.. collector.ToSortedArray().Skip(skipped)];
        SortedDictionary<string, IReadOnlyList<FacetValue>>? facets = _request.Facets.Count == 0 ? null : CountFacets(prepared, MaxFacetValues);

        // Cut short, nobody knows which stories were shown before.
        if (_isPartial && _after is not null) hits = [];
        Last = hits.Length > _request.Size && !_isPartial ? hits[_request.Size - 1] : null;
        ArticleExplainer? explainer = _request.Explain == 0 ? null : new ArticleExplainer(prepared);
        using Activity? span = SearchActivities.Start(SearchActivities.Read);
        var highlighter = ArticleHighlighter.Of(_request.Highlight, prepared.Compiled, _snapshot.Reader, _snapshot.DocCount);
        return new SearchResponse
        {
            Meta = Describe(prepared),
            Total = new Responses.TotalHits(_request.Group == HitGrouping.Story ? collector.Stories : null, collector.Total, collector.IsExact && !_isPartial),
            Page = _request.Page,
            Size = _request.Size,
            DidYouMean = _respelled?.Parsed,
            Facets = facets,
            Hits = [.. hits.Take(_request.Size).Select(hit => ToHit(hit, explainer, highlighter))],
        };
    }

    /// <summary>All values of the facets asked for.</summary>
    public (ResponseMeta Meta, SortedDictionary<string, IReadOnlyList<FacetValue>> Facets) RunFacets()
    {
        PreparedSearch prepared = Search(size: 0).Prepared;
        SortedDictionary<string, IReadOnlyList<FacetValue>> facets = CountFacets(prepared, int.MaxValue);
        return (Describe(prepared), facets);
    }

    private SortedDictionary<string, IReadOnlyList<FacetValue>> CountFacets(PreparedSearch prepared, int most)
    {
        using Activity? span = SearchActivities.Start(SearchActivities.Facets);
        var collector = new FacetCollector(_snapshot, _request.Facets, _request.Group == HitGrouping.Story ? _snapshot.Stories : null);
        WithinBudget(() =>
        {
            prepared.Searcher.Search(prepared.Query, collector, _budget);
            return collector;
        });
        var facets = new SortedDictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal);
        foreach ((FacetField field, FacetBuckets buckets) in collector.Results) facets[field.ToString().ToLowerInvariant()] = [.. buckets.ToValues(field).Take(most)];
        return facets;
    }

    private CancellationTokenSource? StartBudget()
    {
        if (_request.TimeBudget is not { } time) return null;
        var budget = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
        if (time > TimeSpan.Zero) budget.CancelAfter(time);
        else budget.Cancel();
        _budget = budget.Token;
        return budget;
    }

    private (PreparedSearch Prepared, HitCollector Collector) Search(int size)
    {
        PreparedSearch prepared = Prepare();
        HitCollector collector = Collect(prepared, size);
        using (SearchActivities.Start(SearchActivities.Correct))
        {
            _respelled = WithinBudget(() => SpellingCorrector.Correct(_searcher, _synonyms, _userQuery, collector.Total < SpellingRules.FewHits, _budget));
        }

        (prepared, collector) = Correct(prepared, collector, size);
        if (_request.Relax && _request.Match == MatchPolicy.All && prepared.Compiled.CanRelax && collector.Total < RelaxBelow && !_isPartial)
        {
            using Activity? span = SearchActivities.Start(SearchActivities.Relax);
            PreparedSearch looser = Prepare(MatchPolicy.Any, _userQuery);
            HitCollector more = Collect(looser, size);
            (looser, more) = Correct(looser, more, size);
            if (more.Total > collector.Total) return (looser, more);
        }

        return (prepared, collector);
    }

    /// <summary>The search with corrections in place of the one as typed, when there are some. Hits as typed keep their place above all others.</summary>
    private (PreparedSearch Prepared, HitCollector Collector) Correct(PreparedSearch typed, HitCollector typedHits, int size)
    {
        if (_respelled is null || _request.Typo == TypoPolicy.Off) return (typed, typedHits);
        PreparedSearch corrected = Prepare(typed.Policy, _respelled);
        if (typedHits.Total > 0)
        {
            if (WithinBudget(() => CorrectionTier.Find(_searcher, corrected.Query, typed.TextQuery, _budget)) is not { } tier) return (typed, typedHits);
            corrected = Prepare(typed.Policy, _respelled, tier);
        }

        return (corrected, Collect(corrected, size));
    }

    private PreparedSearch Prepare(MatchPolicy policy, UserQuery userQuery, CorrectionTier? tier = null)
    {
        UserQuery meant = SynonymExpander.Expand(userQuery, _synonyms);
        CompiledQuery compiled = QueryCompiler.Compile(meant, _profile, policy, _request.Match, _filters, _variants);
        Query text = compiled.Text ?? new BoostQuery(new ConstantScoreQuery(new MatchAllDocsQuery()), 0f);
        var builder = new BooleanQuery.Builder();
        builder.Add(text, Occur.Must);
        foreach (Query filter in compiled.Filters) builder.Add(filter, Occur.Filter);
        foreach (Query exclusion in compiled.Exclusions) builder.Add(exclusion, Occur.MustNot);
        foreach (BooleanClause clause in _filters.Compile(_request.Filter)) builder.Add(clause);

        // An explicit now hides what was published later; an article without a date was not.
        if (_request.Now is { } now)
            builder.Add(new NumericRangeQuery(ArticleFields.PublishedAt, now.ToUnixTimeMilliseconds() + 1, long.MaxValue), Occur.MustNot);

        // Bonuses and priors are added to what passed the filters.
        TextBonuses bonuses = compiled.Text is null ? TextBonuses.None : BonusesOf(meant, compiled, policy);
        Query query = SearchesForNothing(compiled) ? new MatchNoDocsQuery() : new RankedQuery(builder.Build(), bonuses, _priors, _snapshot.Columns);
        if (tier is not null) query = new CorrectedQuery(query, tier);
        return new PreparedSearch(_snapshot, _searcher, _profile, _priors, bonuses, meant, compiled, text, query, policy)
        {
            Tier = tier,
            Corrected = ReferenceEquals(userQuery, _userQuery) ? null : userQuery.Parsed,
        };
    }

    private TextBonuses BonusesOf(UserQuery meant, CompiledQuery compiled, MatchPolicy policy)
    {
        IReadOnlyList<NeighbourPair> pairs = NeighbourPairs.Of(compiled.Runs);
        Query? whole = pairs.Count == 0 || policy == MatchPolicy.All ? null : QueryCompiler.Compile(meant, _profile, MatchPolicy.All, _request.Match, _filters, _variants).Text;
        return TextBonuses.Of(_searcher, _profile, pairs, whole, _title);
    }

    private bool SearchesForNothing(CompiledQuery compiled) => compiled.DemandsNothing && !string.IsNullOrWhiteSpace(_request.Query);

    private HitCollector Collect(PreparedSearch prepared, int size)
    {
        using Activity? span = SearchActivities.Start(SearchActivities.Search);
        var collector = new HitCollector(_snapshot, Sort, size, _request.Facets.Count == 0 ? CountExactlyUpTo : int.MaxValue, _request.Group, size == 0 ? null : FindPlace(prepared));
        WithinBudget(() =>
        {
            prepared.Searcher.Search(prepared.Query, collector, _budget);
            return collector;
        });
        EngineCounters.CountSearch(collector.Total, _snapshot.Reader.MaxDoc);
        return collector;
    }

    /// <summary>Where the list goes on; null at its beginning.</summary>
    private ListPlace? FindPlace(PreparedSearch prepared)
    {
        if (_after is not { } last) return null;
        if (_request.Group == HitGrouping.None || _snapshot.Stories.Numbered == 0) return new ListPlace(last, null);
        var shown = new ShownStories(_snapshot, Sort, last);
        WithinBudget(() =>
        {
            prepared.Searcher.Search(prepared.Query, shown, _budget);
            return shown;
        });
        return new ListPlace(last, shown);
    }

    /// <summary>What a step finds; null, and a partial answer, when there is no time left for it.</summary>
    private T? WithinBudget<T>(Func<T?> step)
        where T : class
    {
        try
        {
            return _isPartial ? null : step();
        }
        catch (OperationCanceledException) when (_budget.IsCancellationRequested && !_cancellationToken.IsCancellationRequested)
        {
            _isPartial = true;
            return null;
        }
    }

    private SearchHit ToHit(RankedHit hit, ArticleExplainer? explainer, ArticleHighlighter? highlighter)
    {
        ArticleRecord record = _snapshot.ReadRecord(hit.Doc);
        return record.CopyTo(new SearchHit { Id = record.Id }) with
        {
            Score = Sort == SortOrder.Relevance ? (float)hit.Key : null,
            Highlights = highlighter?.Highlight(record.Title, record.Excerpt),
            Story = _stories.InfoOf(hit.Doc),
            Explain = explainer?.ExplainHit(hit.Doc, record, _request.Explain, _cancellationToken),
        };
    }

    private ResponseMeta Describe(PreparedSearch prepared)
    {
        List<string> warnings = [.. _userQuery.Warnings, .. prepared.Compiled.Warnings];
        if (SearchesForNothing(prepared.Compiled)) warnings.Add("The query has no word to search for.");
        if (_isPartial) warnings.Add(_after is null ? "Time ran out: there may be more articles, and better ones." : "Time ran out: ask for this page again.");
        return new ResponseMeta
        {
            Generation = _snapshot.Generation.Name,
            Commit = _snapshot.Reader.Generation,
            Now = _priors.Now,
            Query = _request.Query is null ? null : new QueryInfo(SynonymExpander.Expand(_userQuery, _synonyms).Parsed, prepared.Corrected, _userQuery.Dropped),
            Relaxed = prepared.Policy != _request.Match,
            Partial = _isPartial,
            Warnings = warnings,
            Profile = _profile.Name,
        };
    }
}
