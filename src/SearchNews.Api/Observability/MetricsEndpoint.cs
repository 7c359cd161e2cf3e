using System.Globalization;
using SearchNews.Api.Caching;
using SearchNews.Api.Limits;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Observability;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Observability;

/// <summary><c>GET /metrics</c>: what Prometheus collects. Never refused for load, and answers without an index too.</summary>
internal static class MetricsEndpoint
{
    private const string Latency = "searchnews_http_request_duration_seconds";

    public static void MapMetrics(this IEndpointRouteBuilder routes) => routes.MapRead("/metrics", GetAsync)
        .Described("metrics", "service", "Counters and histograms in the text format 0.0.4 of Prometheus.")
        .Produces<string>(StatusCodes.Status200OK, "text/plain")
        .WithMetadata(new QuietRoute())
        .TakesNothing()
        .NotCached();

    private static async Task<IResult> GetAsync(ISearchBackend backend, RequestMetrics requests, InFlightGauges gauges, CancellationToken cancellationToken)
    {
        var text = new PrometheusText();
        await WriteIndexAsync(text, backend, cancellationToken);
        WriteSearches(text, requests);
        WriteRequests(text, requests);
        WriteLoad(text, gauges);
        ProcessMetrics.Write(text);
        return TypedResults.Text(text.ToString(), PrometheusText.MediaType);
    }

    private static async Task WriteIndexAsync(PrometheusText text, ISearchBackend backend, CancellationToken cancellationToken)
    {
        ReadyResponse ready = await backend.GetReadyAsync(cancellationToken);
        text.Family("searchnews_build_info", "gauge", "Version of the program; the value is always 1.").Sample("searchnews_build_info", 1, ("version", ProgramVersion.Text));
        text.Single("searchnews_ready", "gauge", "1 when queries can be answered.", ready.Status == ReadyResponse.Unavailable ? 0 : 1);
        text.Single("searchnews_degraded", "gauge", "1 when something is wrong with the index and older answers are given.", ready.Status == ReadyResponse.Degraded ? 1 : 0);
        if (ready.Status != ReadyResponse.Unavailable)
        {
            InfoResponse info = await backend.GetInfoAsync(cancellationToken);
            text.Single("searchnews_index_generation", "gauge", "Number of the live generation.", NumberOf(info.Generation));
            text.Single("searchnews_index_commit", "gauge", "Commit of the live generation.", info.Commit);
            text.Single("searchnews_articles", "gauge", "Articles of the live generation.", info.Articles);
            if (info.Stories is { } stories) text.Single("searchnews_stories", "gauge", "Stories of the live generation.", stories);
            if (info.BuiltAt is { } built) text.Single("searchnews_index_built_timestamp_seconds", "gauge", "When the live generation was built, seconds since 1970.", built.ToUnixTimeMilliseconds() / 1000.0);
        }

        text.Single("searchnews_rebuild_seconds", "gauge", "How long the last rebuild by this process took; 0 when there was none.", EngineCounters.LastRebuild.TotalSeconds);
        text.Family("searchnews_index_change_seconds", "summary", "Changes of the index by this process.");
        foreach ((string kind, (long count, TimeSpan time)) in ((string, (long, TimeSpan))[])[("rebuild", EngineCounters.Rebuilds), ("update", EngineCounters.Updates)])
        {
            text.Sample("searchnews_index_change_seconds_sum", time.TotalSeconds, ("kind", kind));
            text.Sample("searchnews_index_change_seconds_count", count, ("kind", kind));
        }
    }

    private static void WriteSearches(PrometheusText text, RequestMetrics requests)
    {
        text.Single("searchnews_zero_result_searches_total", "counter", "Searches with a query that found nothing.", requests.WithoutResult);
        text.Single("searchnews_slow_searches_total", "counter", "Searches that took longer than the setting SlowQuery.", requests.Slow);
        text.Single("searchnews_documents_scored_total", "counter", "Documents that searches collected as matches.", EngineCounters.DocumentsScored);
        text.Single("searchnews_documents_skipped_total", "counter", "Documents of what was searched that needed no score: no match, or unable to enter the page.", EngineCounters.DocumentsSkipped);
    }

    private static void WriteRequests(PrometheusText text, RequestMetrics requests)
    {
        text.Single("searchnews_http_requests_in_progress", "gauge", "Requests that are being answered.", requests.InProgress);
        text.Family(Latency, "histogram", "Time from request to answer, by method, template of the route, and status; 499 is a client that went away.");
        foreach (((string method, string route, int status), LatencyHistogram histogram) in requests.Latencies)
        {
            (string, string)[] labels = [("method", method), ("route", route), ("status", status.ToString(CultureInfo.InvariantCulture))];
            double sum = histogram.Sum.TotalSeconds;
            long[] counts = histogram.ReadCumulative();
            for (int i = 0; i < counts.Length; i++)
            {
                double bound = i < LatencyHistogram.Bounds.Length ? LatencyHistogram.Bounds[i] : double.PositiveInfinity;
                text.Sample(Latency + "_bucket", counts[i], [.. labels, ("le", PrometheusText.NumberOf(bound))]);
            }

            text.Sample(Latency + "_sum", sum, labels);
            text.Sample(Latency + "_count", counts[^1], labels);
        }
    }

    private static void WriteLoad(PrometheusText text, InFlightGauges gauges)
    {
        text.Family("searchnews_in_flight", "gauge", "Questions being worked on, of those whose number is limited.");
        foreach ((string kind, InFlightGauge gauge) in gauges.All) text.Sample("searchnews_in_flight", gauge.Working, ("kind", kind));
        text.Family("searchnews_queued", "gauge", "Questions that wait for their turn.");
        foreach ((string kind, InFlightGauge gauge) in gauges.All) text.Sample("searchnews_queued", gauge.Waiting, ("kind", kind));
        text.Family("searchnews_rejected_total", "counter", "Questions that were refused for load (503).");
        foreach ((string kind, InFlightGauge gauge) in gauges.All) text.Sample("searchnews_rejected_total", gauge.Refused, ("kind", kind));
    }

    /// <summary>The number in a name such as g000002.</summary>
    private static double NumberOf(string generation) => long.TryParse(generation.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0;
}
