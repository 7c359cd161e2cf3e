using SearchNews.Api.Caching;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.OpenSearch;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary>
/// <c>GET /v1/suggest</c>, and <c>GET /v1/suggest.opensearch</c> for browsers that ask an address of the OpenSearch description for suggestions and accept anything.
/// </summary>
internal static class SuggestEndpoint
{
    // Somebody who opens the address in a browser is shown JSON.
    private const string Html = "text/html";

    private static readonly string[] OpenSearchOrJson = [OpenSearchTypes.Suggestions, ContentTypes.Json];

    public static void MapSuggest(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/suggest", (HttpContext context, ISearchBackend backend, TimeProvider clock, CancellationToken cancellationToken) =>
                AnswerAsync(OpenSearchTypes.ChosenBy(context.Request.Headers.Accept), context, backend, clock, cancellationToken))
            .Described("suggest", "search", "How what is being typed may go on: terms, then headlines. In the form of OpenSearch Suggestions when the Accept header prefers application/x-suggestions+json.")
            .WithMetadata(new AnswerTypes([ContentTypes.Json, OpenSearchTypes.Suggestions, Html]), new NegotiatedForm(static request => OpenSearchTypes.ChosenBy(request.Headers.Accept)), new AbsoluteAddresses())
            .TakesQuery(QueryParameters.Suggest)
            .Produces<SuggestResponse>()
            .Cached(dependsOnClock: false);
        routes.MapRead("/suggest.opensearch", (HttpContext context, ISearchBackend backend, TimeProvider clock, CancellationToken cancellationToken) =>
                AnswerAsync(OpenSearchTypes.Suggestions, context, backend, clock, cancellationToken))
            .Described("suggestOpenSearch", "search", "The same in the form of OpenSearch Suggestions, whatever is accepted: [text typed, [texts], [descriptions], [addresses]].")
            .WithMetadata(new AnswerTypes(OpenSearchOrJson), new AbsoluteAddresses())
            .TakesQuery(QueryParameters.Suggest)
            .Produces<object[]>(StatusCodes.Status200OK, OpenSearchTypes.Suggestions)
            .Cached(dependsOnClock: false);
    }

    private static async Task<IResult> AnswerAsync(string mediaType, HttpContext context, ISearchBackend backend, TimeProvider clock, CancellationToken cancellationToken)
    {
        SuggestRequest request = SearchParameters.ParseSuggest(QueryPairs.Read(context.Request));
        long started = clock.GetTimestamp();
        SuggestResponse response = await backend.SuggestAsync(request, cancellationToken);
        ServerTiming.Add(context.Response, "search", Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 3));
        return mediaType == ContentTypes.Json
            ? TypedResults.Ok(response)
            : TypedResults.Text(OpenSearchSuggestions.Write(request.Query, response.Suggestions, RequestBase.Of(context.Request)).Span, OpenSearchTypes.Suggestions + "; charset=utf-8", StatusCodes.Status200OK);
    }
}
