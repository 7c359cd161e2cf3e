using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /problems/{slug}</c>: where the types of errors point to.</summary>
internal static class ProblemEndpoint
{
    public static void MapProblemPages(this IEndpointRouteBuilder routes) => routes.MapRead("/problems/{slug}", Explain)
        .Described("problem", "service", "What a kind of error means, for people.")
        .Produces<string>(StatusCodes.Status200OK, "text/plain")
        .ProducesProblems(ProblemKind.UnknownRoute)
        .TakesNothing();

    private static IResult Explain(string slug) => ProblemKind.Find(slug) is { } kind
        ? TypedResults.Text($"{kind.Title} ({kind.Status})\n\n{kind.Meaning}\n")
        : new ProblemResult(ProblemKind.UnknownRoute);
}
