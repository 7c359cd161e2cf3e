using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SearchNews.Api.Answers;
using SearchNews.Api.Caching;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Refreshing;
using SearchNews.Api.Requests;
using SearchNews.Search;
using SearchNews.Search.Maintenance;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Endpoints;

/// <summary><c>GET /healthz</c> and <c>GET /readyz</c>, for whoever watches the process.</summary>
internal static class HealthEndpoints
{
    private static readonly HealthResponse Up = new("ok");

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/healthz", () => TypedResults.Ok(Up))
            .Described("health", "service", "Whether the process answers at all.")
            .WithMetadata(new QuietRoute())
            .AddEndpointFilter<WholeAnswerFilter>()
            .TakesNothing()
            .NotCached();
        routes.MapRead("/readyz", ReadyAsync)
            .Described("ready", "service", "Whether queries can be answered.")
            .WithMetadata(new QuietRoute())
            .AddEndpointFilter<WholeAnswerFilter>()
            .TakesNothing()
            .ProducesProblems(ProblemKind.Unavailable)
            .NotCached();
    }

    private static async Task<Results<Ok<ReadyResponse>, ProblemResult>> ReadyAsync(
        ISearchBackend backend,
        IHostApplicationLifetime lifetime,
        [FromServices] GenerationRefresher? refresher,
        [FromServices] IIndexMaintainer? maintainer,
        CancellationToken cancellationToken)
    {
        // Connections that are kept alive still ask while answers under way end; whoever balances load shall send nothing more here.
        if (lifetime.ApplicationStopping.IsCancellationRequested) return new ProblemResult(ProblemKind.Unavailable, "the service is stopping");
        ReadyResponse ready = await backend.GetReadyAsync(cancellationToken);
        return ready.Status switch
        {
            ReadyResponse.Unavailable => new ProblemResult(ProblemKind.Unavailable, ready.Reason),
            ReadyResponse.Ready when (refresher?.Failure ?? maintainer?.Problem) is { } failure => TypedResults.Ok(new ReadyResponse(ReadyResponse.Degraded, failure)),
            _ => TypedResults.Ok(ready),
        };
    }
}
