using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Observability;

/// <summary>Looks at searches after they were answered: counts and logs those that took long or found nothing. What was typed is escaped and bounded. Thread-safe.</summary>
internal sealed partial class SearchObserver(ApiOptions options, RequestMetrics metrics, ZeroResultQueries queries, TimeProvider clock, ILogger<SearchObserver> logger)
{
    /// <summary>Searches, and looks at the answer.</summary>
    public async ValueTask<SearchResponse> SearchAsync(HttpContext context, ISearchBackend backend, SearchRequest request, CancellationToken cancellationToken)
    {
        SearchResponse response = await backend.SearchAsync(request, cancellationToken);
        if (IsSlow(response)) LogSlow(context, response);
        if (response is { Total.Articles: 0, Meta.Partial: false } && !string.IsNullOrWhiteSpace(request.Query)) NoteWithoutResult(response);
        return response;
    }

    private bool IsSlow(SearchResponse response) => options.SlowQuery > TimeSpan.Zero && response.Meta.Took >= options.SlowQuery.TotalMilliseconds;

    private void LogSlow(HttpContext context, SearchResponse response)
    {
        metrics.CountSlow();
        string route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        LogSlow(LogText.Escape(response.Meta.Query?.Parsed ?? ""), response.Meta.Took, response.Total.Articles, response.Meta.Partial, route, response.Meta.Generation);
    }

    private void NoteWithoutResult(SearchResponse response)
    {
        metrics.CountWithoutResult();
        if (options.ZeroResultQueries == 0 || response.Meta.Query is not { } query) return;
        queries.Count(query.Parsed ?? "", clock.GetUtcNow());
        if (logger.IsEnabled(LogLevel.Debug)) LogWithoutResult(LogText.Escape(query.Parsed ?? ""));
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Slow search '{Query}': {Took} ms, {Total} articles, partial {Partial}, {Route}, {Generation}")]
    private partial void LogSlow(string query, double took, long total, bool partial, string route, string generation);

    [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "Search '{Query}' found nothing", SkipEnabledCheck = true)]
    private partial void LogWithoutResult(string query);
}
