using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Paging;

/// <summary>Reads a list from its first page to its last by cursor.</summary>
internal static class Walk
{
    /// <summary>The ids of all hits, page after page.</summary>
    /// <param name="backend">Answers.</param>
    /// <param name="request">The first page.</param>
    /// <param name="size">The size of each page that follows.</param>
    /// <param name="between">Called between two pages.</param>
    public static async Task<string[]> AllAsync(ISearchBackend backend, SearchRequest request, Func<int>? size = null, Action? between = null)
    {
        var ids = new List<string>();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        SearchResponse first = await backend.SearchAsync(request, cancellation);
        SearchResponse response = first;
        for (int page = request.Page; ; page++)
        {
            response.Page.ShouldBe(page);
            response.Total.ShouldBe(first.Total);
            (response.Meta.Generation, response.Meta.Commit, response.Meta.Now, response.Meta.Relaxed).ShouldBe((first.Meta.Generation, first.Meta.Commit, first.Meta.Now, first.Meta.Relaxed));
            response.Meta.Query?.Corrected.ShouldBe(first.Meta.Query?.Corrected);
            ids.AddRange(response.Hits.Select(hit => hit.Id));
            if (response.Cursor is not { } cursor) return [.. ids];
            response.Hits.Count.ShouldBe(request.Size);
            between?.Invoke();
            request = request with { Cursor = cursor, Page = 1, Size = size?.Invoke() ?? request.Size };
            response = await backend.SearchAsync(request, cancellation);
            response.Hits.ShouldNotBeEmpty("a cursor promises more");
        }
    }
}
