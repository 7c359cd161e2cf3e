using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search;

/// <summary>
/// The one port between the service and whatever searches: the embedded index here, another engine behind the same API later.
/// Every call answers from one snapshot. Thread-safe.
/// </summary>
/// <remarks>
/// Any call may throw <see cref="BackendUnavailableException"/> when there is no sound index to answer from, and
/// <see cref="InvalidRequestException"/> when the request asks for something impossible.
/// </remarks>
public interface ISearchBackend
{
    /// <summary>Ranked search; without a query, all articles that pass the filters.</summary>
    ValueTask<SearchResponse> SearchAsync(SearchRequest request, CancellationToken cancellationToken = default);

    /// <summary>One article, or null when there is none of that id.</summary>
    ValueTask<ArticleResponse?> FindArticleAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Articles similar to one, or null when there is none of that id.</summary>
    ValueTask<SimilarResponse?> FindSimilarAsync(SimilarRequest request, CancellationToken cancellationToken = default);

    /// <summary>Articles similar to a draft, and those that tell the same already.</summary>
    ValueTask<DraftResponse> FindSimilarAsync(DraftRequest request, CancellationToken cancellationToken = default);

    /// <summary>The story of an article, whole, or null when there is no article of that id.</summary>
    ValueTask<StoryResponse?> FindStoryAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>The stories that have an article which passes the filters.</summary>
    ValueTask<StoriesResponse> ListStoriesAsync(StoriesRequest request, CancellationToken cancellationToken = default);

    /// <summary>All values of a field, with counts.</summary>
    ValueTask<FacetResponse> CountFacetAsync(FacetRequest request, CancellationToken cancellationToken = default);

    /// <summary>How what is being typed may go on.</summary>
    ValueTask<SuggestResponse> SuggestAsync(SuggestRequest request, CancellationToken cancellationToken = default);

    /// <summary>Why an article has its score for a query, or null when there is no article of that id.</summary>
    ValueTask<ExplainResponse?> ExplainAsync(ExplainRequest request, CancellationToken cancellationToken = default);

    /// <summary>What is being served.</summary>
    ValueTask<InfoResponse> GetInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether queries can be answered. Never throws for a missing or damaged index: it says so.</summary>
    ValueTask<ReadyResponse> GetReadyAsync(CancellationToken cancellationToken = default);
}
