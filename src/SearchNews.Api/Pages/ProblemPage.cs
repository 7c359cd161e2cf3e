using Microsoft.AspNetCore.Diagnostics;
using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Search;

namespace SearchNews.Api.Pages;

/// <summary>An error as people should meet it: what is wrong, why, and the way out.</summary>
internal sealed class ProblemPage(ApiProblem problem, PageQuery query) : IHtml
{
    /// <summary>True when the request was for a page, or for an address that is not there, by a client that asks for pages.</summary>
    public static bool IsWanted(HttpContext context)
    {
        Endpoint? endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint?.Metadata.GetMetadata<PageRoute>() is not null) return PageAccept.TakesPages(context.Request.Headers.Accept);
        return endpoint is null && !context.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) && PageAccept.AsksForPages(context.Request.Headers.Accept);
    }

    /// <summary>Writes the error of a request that wants a page; the status is set before.</summary>
    public static Task WriteAsync(HttpContext context, ApiProblem problem)
    {
        PageQuery query = ReadQuery(context.Request);
        return PageResult.WriteAsync(context, new Frame { Title = problem.Title, Query = query, Body = new ProblemPage(problem, query) });
    }

    public void WriteTo(HtmlWriter html)
    {
        html.Write($"""
            <div class="columns single">
            <section id="results" data-swap tabindex="-1" aria-labelledby="heading">
            <div class="state state-error" id="problem" data-status="{problem.Status}">
            <h1 id="heading">{Heading}</h1>
            <p dir="auto">{Explanation}</p>

            """);
        if (problem.Errors is { } errors)
        {
            html.Write($"<ul class=\"faults\">\n");
            foreach ((string name, string message) in errors.SelectMany(e => e.Value, (e, message) => (e.Key, message)).Take(20))
                html.Write($"<li dir=\"auto\"><code>{name}</code> {message} <a class=\"search-link\" href=\"{query.Without(name).Url("/")}\">Search without it</a></li>\n");
            html.Write($"</ul>\n");
        }

        html.Write($"""
            <p class="ways">{(problem.Status >= 500 ? new RetryLink() : null)}<a class="search-link" href="/">Latest news</a> <a class="search-link" href="/stories">Stories</a></p>
            <p class="fine">{problem.Status}, trace <code>{problem.TraceId}</code></p>
            </div>
            </section>
            </div>

            """);
    }

    private string Heading => problem.Status switch
    {
        400 => "This search cannot be run",
        404 => "Not found",
        429 => "Too many searches at once",
        503 => "Search is not available right now",
        >= 500 => "Something went wrong",
        _ => problem.Title,
    };

    private string Explanation => problem.Errors is null ? problem.Detail : "Some of its settings are not possible:";

    private static PageQuery ReadQuery(HttpRequest request)
    {
        try
        {
            return new PageQuery(QueryPairs.Read(request));
        }
        catch (InvalidRequestException)
        {
            return PageQuery.Empty;
        }
    }
}
