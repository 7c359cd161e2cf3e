using SearchNews.Api.Caching;
using SearchNews.Api.Limits;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;
using SearchNews.Api.Requests;
using SearchNews.Api.Security;

namespace SearchNews.Api.Admin;

/// <summary><c>/v1/admin</c>: what changes the index. Mapped only when there is a key.</summary>
internal static class AdminRoutes
{
    public static void MapAdmin(this IEndpointRouteBuilder routes, ApiOptions options)
    {
        RouteGroupBuilder admin = routes.MapGroup("/v1/admin")
            .AddEndpointFilter<AcceptsJsonFilter>()
            .NotCached()
            .WithMetadata(new AdminRoute(), new RouteBodyLimit(options.MaxAdminBodySize))
            .WithAdminInFlightLimit()
            .WithAdminDeadline()
            .ProducesProblems(ProblemKind.InvalidRequest, ProblemKind.UnknownHost)
            .ProducesProblems(ProblemKind.MissingKey, ProblemKind.WrongKey, ProblemKind.NotAcceptable, ProblemKind.TooManyRequests, ProblemKind.TooManyFailedKeys, ProblemKind.Internal)
            .ProducesProblems(ProblemKind.Unavailable, ProblemKind.Storage, ProblemKind.Busy, ProblemKind.Timeout);
        admin.MapStartJobs();
        admin.MapJobs();
        admin.MapRollback();
        admin.MapZeroResults();
        admin.MapChangeArticles();
    }
}
