using SearchNews.Search.Explaining;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Paging;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Similar;
using SearchNews.Search.Stories;
using SearchNews.Search.Suggesting;
using SearchNews.Search.Synonyms;

namespace SearchNews.Search.Embedded;

/// <summary>The backend that searches the generations of a local index folder, in this process. Thread-safe.</summary>
public sealed class EmbeddedBackend : ISearchBackend
{
    private readonly SnapshotManager _snapshots;
    private readonly TimeProvider _clock;
    private readonly SynonymFile _synonyms;
    private readonly CursorPaging _cursors;

    // Where nobody asks for suggestions, their tables are never made; where somebody does, those of another snapshot are made before it is taken, so that nobody waits for them.
    private volatile bool _isSuggesting;

    /// <summary>Opens the live generation of an index folder, if there is one.</summary>
    /// <param name="store">The index folder.</param>
    /// <param name="clock">What ages are counted from.</param>
    /// <param name="synonyms">File of synonyms; <c>synonyms.txt</c> in the index folder, if it is there, when null.</param>
    public EmbeddedBackend(GenerationStore store, TimeProvider? clock = null, string? synonyms = null)
    {
        _synonyms = new SynonymFile(synonyms ?? Path.Combine(store.Root, SynonymFile.DefaultName), isDemanded: synonyms is not null);
        _synonyms.Refresh();
        _clock = clock ?? TimeProvider.System;
        _cursors = new CursorPaging(_clock);
        _snapshots = new SnapshotManager(store, _clock, snapshot => { if (_isSuggesting) snapshot.SuggestTables(_clock); });
        _snapshots.Refresh();
    }

    /// <summary>The latest publication among the articles, or null when none has a date.</summary>
    /// <exception cref="BackendUnavailableException">There is no index.</exception>
    public DateTimeOffset? NewestArticle => _snapshots.Current.NewestArticle;

    /// <summary>The folder that the articles came from, or null when the index does not say.</summary>
    /// <exception cref="BackendUnavailableException">There is no index.</exception>
    public string? Source => _snapshots.Current.UserData.GetValueOrDefault(ArticleSchema.SourceKey);

    /// <summary>What answers are given from.</summary>
    /// <exception cref="BackendUnavailableException">There is no index.</exception>
    internal ArticleSnapshot Snapshot => _snapshots.Current;

    /// <summary>How many snapshots are held for cursors, the current one counted when a cursor was given for it.</summary>
    internal int PinnedSnapshots => _cursors.Pinned;

    /// <summary>Why the synonyms are not those of their file; null when they are.</summary>
    public string? SynonymsProblem => _synonyms.Problem;

    /// <summary>Takes up a generation that has gone live since, a newer commit of the live one, or other synonyms. Answers go on meanwhile; what does not open is not taken. Snapshots that no cursor may ask for any more are let go.</summary>
    public void Refresh()
    {
        _synonyms.Refresh();
        _snapshots.Refresh();
        _cursors.Release(Held);
    }

    /// <summary>Makes ready what suggestions are looked up in, now and with every other snapshot, so that the first who asks need not wait.</summary>
    public void PrepareSuggestions()
    {
        _isSuggesting = true;
        if (_snapshots.HasSnapshot) _snapshots.Current.SuggestTables(_clock);
    }

    /// <inheritdoc/>
    public ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = _clock.GetTimestamp();
        ResumedSearch? resumed = _cursors.Resume(request);
        SearchView view = resumed?.View ?? new SearchView(_snapshots.Current, _synonyms.Rules);
        SearchRequest meant = resumed?.Request ?? request;
        var execution = new SearchExecution(view.Snapshot, meant, resumed?.Now ?? _clock.GetUtcNow(), cancellationToken, view.Synonyms, resumed?.After);
        SearchResponse response = execution.Run();
        return ValueTask.FromResult(response with
        {
            Cursor = execution.Last is { } last ? _cursors.Offer(view, meant, last, execution.Now, Held) : null,
            Meta = response.Meta with { Took = MillisecondsSince(started) },
        });
    }

    /// <inheritdoc/>
    public ValueTask<ArticleResponse?> FindArticleAsync(string id, CancellationToken cancellationToken = default)
    {
        ArticleSnapshot snapshot = _snapshots.Current;
        int doc = snapshot.FindDocument(id);
        return ValueTask.FromResult(doc < 0 ? null : snapshot.ReadRecord(doc).CopyTo(new ArticleResponse { Id = id }) with { Story = new StoryLookup(snapshot).InfoOf(doc) });
    }

    /// <inheritdoc/>
    public ValueTask<StoryResponse?> FindStoryAsync(string id, CancellationToken cancellationToken = default)
    {
        ArticleSnapshot snapshot = _snapshots.Current;
        int doc = snapshot.FindDocument(id);
        return ValueTask.FromResult(doc < 0 ? null : new StoryLookup(snapshot).Describe(doc));
    }

    /// <inheritdoc/>
    public ValueTask<StoriesResponse> ListStoriesAsync(StoriesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = _clock.GetTimestamp();
        ArticleSnapshot snapshot = _snapshots.Current;
        (TotalHits total, IReadOnlyList<StoryResponse> hits) = StoryList.Find(snapshot, request, cancellationToken);
        return ValueTask.FromResult(new StoriesResponse { Meta = Describe(snapshot, _clock.GetUtcNow(), started), Total = total, Page = request.Page, Size = request.Size, Hits = hits });
    }

    /// <inheritdoc/>
    public ValueTask<SimilarResponse?> FindSimilarAsync(SimilarRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = _clock.GetTimestamp();
        ArticleSnapshot snapshot = _snapshots.Current;
        SimilarArticles? similar = SimilarFinder.Find(snapshot, request, cancellationToken);
        if (similar is null) return ValueTask.FromResult<SimilarResponse?>(null);
        return ValueTask.FromResult<SimilarResponse?>(new SimilarResponse(Describe(snapshot, _clock.GetUtcNow(), started), new TotalHits(null, similar.Total, true), similar.Hits));
    }

    /// <inheritdoc/>
    public ValueTask<DraftResponse> FindSimilarAsync(DraftRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = _clock.GetTimestamp();
        ArticleSnapshot snapshot = _snapshots.Current;
        DateTimeOffset now = request.Now ?? _clock.GetUtcNow();
        (SimilarArticles similar, IReadOnlyList<SimilarHit> duplicates) = SimilarFinder.Find(snapshot, request, RankingInstant.Of(now), cancellationToken);
        return ValueTask.FromResult(new DraftResponse(Describe(snapshot, now, started), new TotalHits(null, similar.Total, true), similar.Hits, duplicates));
    }

    /// <inheritdoc/>
    public ValueTask<FacetResponse> CountFacetAsync(FacetRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        long started = _clock.GetTimestamp();
        SearchRequest search = request.Search with { Facets = [request.Field] };
        (ResponseMeta meta, SortedDictionary<string, IReadOnlyList<FacetValue>> facets) =
            new SearchExecution(_snapshots.Current, search, _clock.GetUtcNow(), cancellationToken, _synonyms.Rules).RunFacets();
        (string field, IReadOnlyList<FacetValue> values) = facets.Single();
        return ValueTask.FromResult(new FacetResponse(meta with { Took = MillisecondsSince(started) }, field, values));
    }

    /// <inheritdoc/>
    public ValueTask<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        _isSuggesting = true;
        return ValueTask.FromResult(new SuggestResponse(Suggester.Suggest(_snapshots.Current.SuggestTables(_clock), request, cancellationToken)));
    }

    /// <inheritdoc/>
    public ValueTask<ExplainResponse?> ExplainAsync(ExplainRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArticleSnapshot snapshot = _snapshots.Current;
        int doc = snapshot.FindDocument(request.Id);
        int other = request.Versus is null ? -1 : snapshot.FindDocument(request.Versus);
        if (doc < 0 || (request.Versus is not null && other < 0)) return ValueTask.FromResult<ExplainResponse?>(null);
        var execution = new SearchExecution(snapshot, request.Search, _clock.GetUtcNow(), cancellationToken, _synonyms.Rules);
        return ValueTask.FromResult<ExplainResponse?>(new ArticleExplainer(execution.PrepareAsRanked()).Explain(request, doc, other));
    }

    /// <inheritdoc/>
    public ValueTask<InfoResponse> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        ArticleSnapshot snapshot = _snapshots.Current;
        string? source = snapshot.UserData.GetValueOrDefault(ArticleSchema.SourceKey);
        return ValueTask.FromResult(new InfoResponse(
            ProgramVersion.Text,
            ArticleSchema.Version,
            snapshot.Generation.Name,
            snapshot.Reader.Generation,
            snapshot.Reader.NumDocs,
            snapshot.Stories.Count,
            snapshot.BuiltAt,
            source is null ? null : Path.GetFileName(Path.TrimEndingDirectorySeparator(source)),
            RankingProfile.Balanced.Name)
        {
            Synonyms = _synonyms.Rules.Version,
        });
    }

    /// <inheritdoc/>
    public ValueTask<ReadyResponse> GetReadyAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult((_snapshots.HasSnapshot, _snapshots.Problem ?? _synonyms.Problem) switch
    {
        (true, null) => new ReadyResponse(ReadyResponse.Ready, null),
        (true, { } problem) => new ReadyResponse(ReadyResponse.Degraded, problem),
        (false, _) when _snapshots.Problem is { } problem => new ReadyResponse(ReadyResponse.Unavailable, problem),
        _ => new ReadyResponse(ReadyResponse.Unavailable, "The index is being opened."),
    });

    private ArticleSnapshot? Held => _snapshots.HasSnapshot ? _snapshots.Current : null;

    private ResponseMeta Describe(ArticleSnapshot snapshot, DateTimeOffset now, long started) => new()
    {
        Generation = snapshot.Generation.Name,
        Commit = snapshot.Reader.Generation,
        Now = RankingInstant.Of(now),
        Took = MillisecondsSince(started),
    };

    private double MillisecondsSince(long started) => Math.Round(_clock.GetElapsedTime(started).TotalMilliseconds, 3);
}
