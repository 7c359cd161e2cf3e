using SearchNews.Api.Observability;

namespace SearchNews.Api.Jobs;

/// <summary>Adds what admin calls work with.</summary>
internal static class JobServices
{
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<AdminLog>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
    }
}
