using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SearchNews.Api;
using SearchNews.Cli.Output;
using SearchNews.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews serve</c></summary>
internal sealed class ServeCommand : CliCommand
{
    private readonly Option<string?> _urls;

    public ServeCommand()
        : base("serve", "Serves the HTTP API; builds the index first when there is none.") =>
        _urls = Add(new Option<string?>("--urls") { HelpName = "URLS", Description = $"Addresses to listen on, separated by ; (default: {ApiOptions.DefaultUrl}; environment: SEARCHNEWS_URLS)." });

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ApiOptions options = ReadOptions(context);
        BuildFirst(context, cancellationToken);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        ServeLog.Configure(builder, context);
        var backend = new EmbeddedBackend(context.Store);
        builder.Services.AddSingleton<ISearchBackend>(backend);
        builder.AddSearchNewsApi(options);
        builder.Services.AddGenerationRefresher(backend.Refresh);
        await using WebApplication app = builder.Build();
        app.MapSearchNewsApi();
        await app.StartAsync(cancellationToken);
        await AnnounceAsync(context, backend, app.Urls);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    private ApiOptions ReadOptions(CommandContext context)
    {
        string urls = context.Arguments.GetValue(_urls) ?? context.Configuration["Urls"] ?? ApiOptions.DefaultUrl;
        string hosts = context.Configuration["AllowedHosts"] ?? "";
        return new ApiOptions { Urls = Split(urls), AllowedHosts = Split(hosts) };
    }

    private static string[] Split(string text) => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A first start has no index yet: it is built from the folder of articles, so that one command is enough.</summary>
    private static void BuildFirst(CommandContext context, CancellationToken cancellationToken)
    {
        GenerationStore store = context.Store;
        if (File.Exists(Path.Combine(store.Root, "CURRENT"))) return;
        if (!Directory.Exists(store.DefaultSource))
            throw new BackendUnavailableException($"There is no index in '{store.Root}' and no folder '{store.DefaultSource}' to build one from; run 'searchnews index rebuild FOLDER'.");
        context.Say($"There is no index yet; building one from '{store.DefaultSource}'.");
        BuildReport report = BuildProgressDisplay.Run(context, progress => new IndexBuilder(store).Build(store.DefaultSource, progress, cancellationToken));
        foreach (string line in report.Skipped) context.Error.WriteLine($"skipped {line}");
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{report.Indexed} articles indexed in {report.Seconds:0.0} s."));
    }

    private static async Task AnnounceAsync(CommandContext context, EmbeddedBackend backend, ICollection<string> urls)
    {
        ReadyResponse ready = await backend.GetReadyAsync();
        if (ready.Reason is { } reason) await context.Error.WriteLineAsync($"warning: {reason}");
        foreach (string url in urls) context.Say($"SearchNews listens on {url} (try {url}/v1/search?q=moon+landing); Ctrl+C ends it.");
    }
}
