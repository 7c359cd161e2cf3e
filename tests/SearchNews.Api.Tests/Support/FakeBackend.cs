using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests;

/// <summary>
/// A backend without an index. Searches find <see cref="Found"/> articles and tell back what was asked; some words make trouble. Thread-safe as long as
/// the settings are left alone.
/// </summary>
internal sealed class FakeBackend : ISearchBackend
{
    /// <summary>A query that fails with an exception that names a folder of the host.</summary>
    public const string Boom = "boom";

    /// <summary>A query that finds no sound index.</summary>
    public const string Down = "down";

    /// <summary>A query that the backend itself refuses.</summary>
    public const string Refused = "refused";

    /// <summary>A query whose cursor is not held any more.</summary>
    public const string Gone = "gone";

    /// <summary>A query that answers only when it is cancelled.</summary>
    public const string Slow = "slow";

    /// <summary>A query that runs out of time when it has a budget.</summary>
    public const string Late = "late";

    /// <summary>A query that answers when <see cref="Release"/> is called.</summary>
    public const string Held = "held";

    /// <summary>What must not get out.</summary>
    public const string Secret = "/srv/secret/index-data";

    public static readonly DateTimeOffset Now = new(2021, 8, 29, 12, 0, 0, TimeSpan.Zero);

    /// <summary>All articles there are, by id: with a slash, with what looks like an encoded one, with letters that must be encoded.</summary>
    public static readonly string[] Ids = ["plain", "2021/09/30-ai", "odd%2Fname", "ünï cöde", "100%", "a+b", "articles", "similar"];

    private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Found { get; set; } = 25;

    public long Commit { get; set; } = 7;

    /// <summary>What every search offers to go on by.</summary>
    public string? Cursor { get; set; }

    public ReadyResponse Ready { get; set; } = new(ReadyResponse.Ready, null);

    /// <summary>Counts searches that began.</summary>
    public SemaphoreSlim Entered { get; } = new(0);

    /// <summary>Counts searches that were cancelled.</summary>
    public SemaphoreSlim Cancelled { get; } = new(0);

    public int Searches { get; private set; }

    /// <summary>What was asked last.</summary>
    public SearchRequest? LastSearch { get; private set; }

    /// <summary>Makes the hit of a number, from 0; null for plain ones.</summary>
    public Func<long, SearchHit>? MakeHit { get; set; }

    /// <summary>Changes every article of every answer; null to leave them as they are.</summary>
    public Func<ArticleResponse, ArticleResponse>? Dress { get; set; }

    /// <summary>Changes the answers to searches; null to leave them as they are.</summary>
    public Func<SearchResponse, SearchResponse>? Change { get; set; }

    public void Release() => _release.TrySetResult();

    public async ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default)
    {
        Searches++;
        LastSearch = request;
        Entered.Release();
        await MakeTroubleAsync(request.Query, cancellationToken);
        SearchResponse answer = Answer(request);
        answer = answer with { Hits = [.. answer.Hits.Select(Dressed)] };
        return Change is null ? answer : Change(answer);
    }

    public ValueTask<ArticleResponse?> FindArticleAsync(string id, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Ids.Contains(id, StringComparer.Ordinal) ? Dressed(Article(id)) : null);

    public ValueTask<SimilarResponse?> FindSimilarAsync(SimilarRequest request, CancellationToken cancellationToken = default)
    {
        if (!Ids.Contains(request.Id, StringComparer.Ordinal)) return ValueTask.FromResult<SimilarResponse?>(null);
        string asked = $"{request.Id} {request.Size} {request.WindowDays?.ToString() ?? "-"} {request.IncludeStory}";
        SimilarHit[] hits = [new SimilarHit { Id = "plain", Title = asked, Score = 0.5f, Why = ["barracuda", "sd-wan"] }];
        return ValueTask.FromResult<SimilarResponse?>(new SimilarResponse(Meta(null, null), new TotalHits(null, 1, true), [.. hits.Select(Dressed)]));
    }

    public ValueTask<DraftResponse> FindSimilarAsync(DraftRequest request, CancellationToken cancellationToken = default)
    {
        string asked = $"{request.Title}|{request.Excerpt}|{request.Size} {request.WindowDays?.ToString() ?? "-"} {request.IncludeStory} {request.Now?.ToString("yyyy-MM-dd") ?? "-"}";
        SimilarHit[] hits = [new SimilarHit { Id = "plain", Title = asked, Score = 0.5f, Why = ["barracuda"] }];
        return ValueTask.FromResult(new DraftResponse(Meta(null, null), new TotalHits(null, 1, true), hits, [new SimilarHit { Id = "100%", Score = 0.9f }]));
    }

    public ValueTask<StoryResponse?> FindStoryAsync(string id, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Ids.Contains(id, StringComparer.Ordinal) ? Story(id) : null);

    public ValueTask<StoriesResponse> ListStoriesAsync(StoriesRequest request, CancellationToken cancellationToken = default)
    {
        int count = (int)Math.Clamp(Found - ((long)(request.Page - 1) * request.Size), 0, request.Size);
        string asked = $"{request.Sort} {request.Filter.From:yyyy-MM-dd} {string.Join(',', request.Filter.Topics)}";
        return ValueTask.FromResult(new StoriesResponse
        {
            Meta = Meta(null, null),
            Total = new TotalHits(Found, 2 * Found, true),
            Page = request.Page,
            Size = request.Size,
            Hits = [.. Enumerable.Range(0, count).Select(_ => Story(asked))],
        });
    }

    public ValueTask<FacetResponse> CountFacetAsync(FacetRequest request, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(new FacetResponse(Meta(null, null), request.Field.ToString().ToLowerInvariant(), [new FacetValue($"{request.Search.Query}|{request.Search.Group}", 3)]));

    public ValueTask<ExplainResponse?> ExplainAsync(ExplainRequest request, CancellationToken cancellationToken = default)
    {
        if (!Ids.Contains(request.Id, StringComparer.Ordinal)) return ValueTask.FromResult<ExplainResponse?>(null);
        if (request.Versus is { } other && !Ids.Contains(other, StringComparer.Ordinal)) return ValueTask.FromResult<ExplainResponse?>(null);
        ScoreParts parts = Parts();
        return ValueTask.FromResult<ExplainResponse?>(new ExplainResponse
        {
            Id = request.Id,
            Matches = true,
            Score = 1.5f,
            Sentence = $"{request.Id} for {request.Search.Query}",
            Parts = parts,
            Terms = [new TermExplanation("azur", "text", 1, 3, 2.5f, 12, 1.5f)],
            Versus = request.Versus is null ? null : new VersusExplanation(request.Versus, 1, parts, "It has more words."),
        });
    }

    public async ValueTask<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default)
    {
        Searches++;
        await MakeTroubleAsync(request.Query, cancellationToken);
        return new SuggestResponse(
        [
            new Suggestion($"{request.Query}|{request.Size}", SuggestionKind.Term, null, 1_234),
            new Suggestion("Ünï <b> & “quoted”", SuggestionKind.Headline, "plain", 1),
        ]);
    }

    public ValueTask<InfoResponse> GetInfoAsync(CancellationToken cancellationToken = default) =>
        Ready.Status == ReadyResponse.Unavailable
            ? throw new BackendUnavailableException(Ready.Reason!)
            : ValueTask.FromResult(new InfoResponse("0.1.0+test", 1, "g000002", Commit, Found, null, Now, "articles", "balanced"));

    public ValueTask<ReadyResponse> GetReadyAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(Ready);

    /// <summary>The answer to a search, without its addresses.</summary>
    public SearchResponse Answer(SearchRequest request)
    {
        long first = (long)(request.Page - 1) * request.Size;
        int count = (int)Math.Clamp(Found - first, 0, request.Size);
        return new SearchResponse
        {
            Meta = Meta(new QueryInfo(request.Query, null, []), request.Profile) with { Partial = request is { Query: Late, TimeBudget: not null } },
            Total = new TotalHits(null, Found, true),
            Page = request.Page,
            Size = request.Size,
            Hits = [.. Enumerable.Range(0, count).Select(i => MakeHit?.Invoke(first + i) ?? new SearchHit { Id = $"hit-{first + i}", Title = "Ünï <b> & “quoted”", Score = 1f / (first + i + 1) })],
            Cursor = Cursor,
            DidYouMean = request.Sort?.ToString(),
        };
    }

    private static ArticleResponse Article(string id) => new() { Id = id, Title = "Ünï <b>", Url = "https://example.org/a?b=c&d=e", Quality = 63.5 };

    private StoryResponse Story(string id)
    {
        var info = new StoryInfo(id, 2, ["example.org"]);
        return new StoryResponse(id, "plain", 2, Now, Now, info.Providers, [Dressed(new SearchHit { Id = "plain", Story = info }), Dressed(new SearchHit { Id = id, Story = info })]);
    }

    private static ScoreParts Parts()
    {
        var none = new ScorePart(0, 0, "none");
        return new ScoreParts(new ScorePart(1.5f, 1, "one word"), none, none, none, none, none);
    }

    private T Dressed<T>(T article)
        where T : ArticleResponse => Dress is null ? article : (T)Dress(article);

    private ResponseMeta Meta(QueryInfo? query, string? profile) =>
        new() { Took = 1.25, Generation = "g000002", Commit = Commit, Now = Now, Query = query, Profile = profile };

    private async Task MakeTroubleAsync(string? query, CancellationToken cancellationToken)
    {
        switch (query)
        {
            case Boom: throw new InvalidOperationException($"cannot read {Secret}/segments_2");
            case Down: throw new BackendUnavailableException("The live generation is damaged; run 'index rebuild'.");
            case Gone: throw new CursorExpiredException("The cursor is too old; start again with the first page.");
            case Refused: throw new InvalidRequestException("q", "asks for the impossible.");
            case Held: await _release.Task.WaitAsync(cancellationToken); break;
            case Slow: await WaitForCancellationAsync(cancellationToken); break;
            default: break;
        }
    }

    private async Task WaitForCancellationAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            Cancelled.Release();
        }
    }
}
