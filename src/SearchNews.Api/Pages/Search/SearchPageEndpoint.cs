using SearchNews.Api.Caching;
using SearchNews.Api.Endpoints;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Facets;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary><c>GET /</c>: the search page. It takes the parameters of <c>/v1/search</c>, so that an address of one is an address of the other.</summary>
internal static class SearchPageEndpoint
{
    // Of the deadline; the rest is for the counts of filters that are set and for writing the page.
    private const double SearchShare = 0.5;

    // What a page decides by itself.
    private static readonly string[] Fixed = ["facets", "explain", "fields", "highlight", "cursor"];

    public static void MapSearchPage(this IEndpointRouteBuilder routes) => routes.MapRead("/", ShowAsync)
        .Described("index", "service", "The search page, with the parameters of /v1/search; as plain text, the routes with examples.")
        .Produces<string>(StatusCodes.Status200OK, "text/html", "text/plain")
        .WithMetadata(new NegotiatedForm(static request => PageAccept.TakesPages(request.Headers.Accept) ? "text/html" : "text/plain"))
        .Cached(dependsOnClock: true);

    private static async Task<IResult> ShowAsync(HttpContext context, ISearchBackend backend, SearchObserver observer, ApiOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!PageAccept.TakesPages(context.Request.Headers.Accept)) return TypedResults.Text(IndexText.Routes, statusCode: StatusCodes.Status200OK);
        PageQuery query = Read(context.Request);
        SearchRequest request = SearchParameters.Parse(query.Pairs, clock.GetUtcNow(), options.Profiles) with
        {
            Facets = [FacetField.Provider, FacetField.Topic, FacetField.Type, FacetField.Category, FacetField.Month],
            TimeBudget = options.Deadline * SearchShare,
        };
        SearchResponse response = await observer.SearchAsync(context, backend, request, cancellationToken);
        PageQuery shown = query;
        if (LacksWords(response) && WordBeginning.Of(request.Query) is { } beginning)
        {
            SearchRequest wider = request with { Query = beginning };
            SearchResponse more = await backend.SearchAsync(wider, cancellationToken);
            if (!LacksWords(more)) (request, response, shown) = (wider, more, query.With("q", beginning));
        }

        ServerTiming.Add(context.Response, "search", response.Meta.Took);
        PageFacets facets = await PageFacets.CountAsync(backend, request, response, cancellationToken);
        return new PageResult(SearchPage.Of(query, shown, response, facets, options.Profiles), value: response);
    }

    /// <summary>Nothing has the words, or only some of them.</summary>
    private static bool LacksWords(SearchResponse response) => response.Total.Articles == 0 || response.Meta is { Relaxed: true, Query.Corrected: null };

    /// <summary>The parameters without those that the page decides itself, and without an age beside a date, which is what a form sends after a date was typed.</summary>
    private static PageQuery Read(HttpRequest http)
    {
        var query = new PageQuery(QueryPairs.Read(http).Where(p => !Fixed.Contains(p.Key, StringComparer.Ordinal)));
        return query.Text("from") is not null && query.Text("since") is not null ? new(query.Pairs.Where(p => p.Key != "since")) : query;
    }
}
