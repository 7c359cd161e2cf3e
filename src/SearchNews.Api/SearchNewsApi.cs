using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SearchNews.Api.Admin;
using SearchNews.Api.Answers;
using SearchNews.Api.Caching;
using SearchNews.Api.Endpoints;
using SearchNews.Api.Jobs;
using SearchNews.Api.Limits;
using SearchNews.Api.Observability;
using SearchNews.Api.OpenApi;
using SearchNews.Api.Pages;
using SearchNews.Api.Problems;
using SearchNews.Api.Refreshing;
using SearchNews.Api.Requests;
using SearchNews.Api.Security;
using SearchNews.Search;
using SearchNews.Search.Maintenance;
using SearchNews.Search.Responses;

namespace SearchNews.Api;

/// <summary>The HTTP API over an <see cref="ISearchBackend"/>: what the host calls to add and map it.</summary>
public static class SearchNewsApi
{
    /// <summary>
    /// Adds the API's services and limits and binds <see cref="ApiOptions.Urls"/>. The host adds the <see cref="ISearchBackend"/>, the
    /// <see cref="IIndexMaintainer"/> when it changes its index, and its own logging;
    /// a <see cref="TimeProvider"/> that is already there is kept.
    /// </summary>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static WebApplicationBuilder AddSearchNewsApi(this WebApplicationBuilder builder, ApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        IServiceCollection services = builder.Services;
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddKestrelLimits(options);
        services.AddKestrelTransport();
        services.AddSingleton<RequestMetrics>();
        services.AddSingleton<ZeroResultQueries>();
        services.AddSingleton<SearchObserver>();
        services.AddInFlightLimit(options);
        services.AddDeadline(options);
        services.AddCompression();
        services.AddApiDescription();
        if (options.AdminKey is not null) services.AddJobs();
        builder.WebHost.UseUrls([.. options.Urls]);

        // The framework's own request lines hold the raw path and query; ours hold the route.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        return builder;
    }

    /// <summary>
    /// Calls <paramref name="refresh"/> every <see cref="GenerationRefresher.DefaultInterval"/>, so that answers come from a new generation soon after it
    /// went live. A failure turns <c>/readyz</c> degraded.
    /// </summary>
    public static IServiceCollection AddGenerationRefresher(this IServiceCollection services, Action refresh)
    {
        services.AddSingleton(provider => new GenerationRefresher(
            refresh,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<GenerationRefresher>>()));
        services.AddHostedService(provider => provider.GetRequiredService<GenerationRefresher>());
        return services;
    }

    /// <summary>
    /// Maps every route and the steps before them, outermost first. Admin routes are mapped when there is <see cref="ApiOptions.AdminKey"/>; the host then
    /// adds an <see cref="IIndexMaintainer"/> too.
    /// </summary>
    public static WebApplication MapSearchNewsApi(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        ApiOptions options = app.Services.GetRequiredService<ApiOptions>();
        app.UseTrustedProxies(options);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler(static _ => { });
        app.UseStatusCodePages(StatusProblems.WriteAsync);
        app.UseMiddleware<HostFilter>();
        app.UseMiddleware<CrossOrigin>();
        app.UseMiddleware<ClientRateLimit>();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseMiddleware<AdminKeyCheck>();
        app.UseMiddleware<BodyLimit>();
        app.UseRateLimiter();
        app.UseRequestTimeouts();

        app.MapPages();
        app.MapHealth();
        app.MapMetrics();
        app.MapApiDescription();
        app.MapDocs();
        app.MapOpenSearch();
        app.MapProblemPages();

        RouteGroupBuilder v1 = app.MapGroup("/v1")
            .AddEndpointFilter<WholeAnswerFilter>()
            .AddEndpointFilter<AcceptsJsonFilter>()
            .WithInFlightLimit()
            .WithDeadline()
            .ProducesProblems(ProblemKind.InvalidRequest, ProblemKind.UnknownHost, ProblemKind.NotAcceptable, ProblemKind.Internal)
            .ProducesProblems(ProblemKind.TooManyRequests)
            .ProducesProblems(ProblemKind.Unavailable, ProblemKind.Busy, ProblemKind.Timeout);
        SearchEndpoint.Map(v1, options);
        v1.MapFeeds(options);
        v1.MapArticle();
        v1.MapSimilar();
        v1.MapDraft();
        v1.MapStories();
        v1.MapFacets();
        v1.MapExplain(options);
        v1.MapSuggest();
        v1.MapInfo();
        if (options.AdminKey is not null) app.MapAdmin(options);
        return app;
    }
}
