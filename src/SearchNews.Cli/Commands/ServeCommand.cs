using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SearchNews.Api;
using SearchNews.Cli.Configuration;
using SearchNews.Cli.Serving;
using SearchNews.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Maintenance;
using SearchNews.Search.Responses;
using Serilog.Core;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews serve</c></summary>
internal sealed class ServeCommand : CliCommand
{
    /// <summary>Answers that are being given when a signal comes have this long; each has a deadline of its own.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(12);

    private readonly Option<string?> _urls;
    private readonly Option<string?> _watch;

    public ServeCommand()
        : base("serve", "Serves the HTTP API; builds the index first when there is none. Admin routes exist when SEARCHNEWS_ADMIN_KEY is set.")
    {
        _urls = Add(new Option<string?>("--urls") { HelpName = "URLS", Description = $"Addresses to listen on, separated by ; (default: {ApiOptions.DefaultUrl}; environment: SEARCHNEWS_URLS)." });
        _watch = Add(new Option<string?>("--watch")
        {
            HelpName = "FOLDER",
            Description = "Update the index whenever articles change (default: the folder that the index was made from; environment: SEARCHNEWS_WATCH).",
            Arity = ArgumentArity.ZeroOrOne,
        });
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ApiOptions options = ReadOptions(context);
        using Logger log = ServeLog.Create(context);
        OtlpTarget? collector = OtlpTarget.Read(context.Configuration);
        (bool watches, string? folder) = ReadWatch(context);
        var backend = new Lazy<EmbeddedBackend>(context.OpenBackend);

        // Whoever may change the index keeps others from it as long as it serves.
        using IndexMaintainer? maintainer = watches || options.AdminKey is not null
            ? IndexMaintainer.Open(context.Store, folder, () => backend.Value.Refresh(), watches ? "serve --watch" : "serve")
            : null;
        BuildFirst(context, maintainer, cancellationToken);
        await using WebApplication app = CreateApp(log, collector, options, backend.Value, maintainer, watches);
        await app.StartAsync(cancellationToken);
        if (maintainer is not null && options.AdminKey is not null) maintainer.Lock.Announce(LocalAddress.Of(app.Urls.First()), maintainer.Source);
        await AnnounceAsync(context, backend.Value, app.Urls);

        // The page asks for suggestions at the first letter. What fails here fails again for who asks, and is told there.
        _ = Task.Run(backend.Value.PrepareSuggestions, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static WebApplication CreateApp(Logger log, OtlpTarget? collector, ApiOptions options, EmbeddedBackend backend, IndexMaintainer? maintainer, bool watches)
    {
        // Else the framework would watch the working folder, all below it and each line of a log there, for a settings file that is read at start only.
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        ServeLog.Use(builder, log);
        builder.Services.AddSingleton<ISearchBackend>(backend);
        if (maintainer is not null) builder.Services.AddSingleton<IIndexMaintainer>(maintainer);
        if (maintainer is not null && watches)
            builder.Services.AddHostedService(services => new WatchService(new FolderWatcher(maintainer, new WatchOptions(), new WatchLog(services.GetRequiredService<ILogger<WatchLog>>()))));
        builder.AddSearchNewsApi(options);
        Telemetry.Add(builder, collector);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        SynonymsLog? synonymsLog = null;
        builder.Services.AddGenerationRefresher(() =>
        {
            backend.Refresh();
            synonymsLog?.Tell(backend.SynonymsProblem);
        });
        WebApplication app = builder.Build();
        synonymsLog = new SynonymsLog(app.Services.GetRequiredService<ILogger<SynonymsLog>>());
        app.MapSearchNewsApi();
        return app;
    }

    private static void BuildFirst(CommandContext context, IndexMaintainer? maintainer, CancellationToken cancellationToken)
    {
        string source = maintainer?.Source ?? context.Store.DefaultSource;
        FirstBuild.Run(context, source, (options, progress) => maintainer is null
            ? new IndexBuilder(context.Store, options).Build(source, progress, cancellationToken)
            : maintainer.Rebuild(options, progress, cancellationToken));
    }

    private ApiOptions ReadOptions(CommandContext context)
    {
        var start = new ApiOptions { AdminKey = context.AdminKey, Profiles = context.Profiles };
        if (context.Arguments.GetValue(_urls) is { } urls) context.Configuration["Urls"] = urls;
        return Settings.Read(context.Configuration, start);
    }

    /// <summary>Whether to watch, and which folder; null for that of the index.</summary>
    private (bool Watches, string? Folder) ReadWatch(CommandContext context)
    {
        if (context.Arguments.GetResult(_watch) is { Implicit: false }) return (true, context.Arguments.GetValue(_watch));
        string? configured = context.Configuration["Watch"];
        return string.IsNullOrWhiteSpace(configured) ? (false, null) : (true, configured);
    }

    private static async Task AnnounceAsync(CommandContext context, EmbeddedBackend backend, ICollection<string> urls)
    {
        ReadyResponse ready = await backend.GetReadyAsync();
        if (ready.Reason is { } reason && reason != backend.SynonymsProblem) await context.Error.WriteLineAsync($"warning: {reason}");
        foreach (string url in urls) context.Say($"SearchNews listens on {url} (try {url}/v1/search?q=moon+landing); Ctrl+C ends it.");
    }
}
