using System.Globalization;
using SearchNews.Cli.Output;
using SearchNews.Search;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Serving;

/// <summary>A first start has no index yet: it is built from the folder of articles, so that one command is enough.</summary>
internal static class FirstBuild
{
    /// <summary>Builds the index when there is none.</summary>
    /// <param name="context">The command.</param>
    /// <param name="source">The folder of articles.</param>
    /// <param name="build">Builds from it.</param>
    /// <exception cref="BackendUnavailableException">There is no such folder.</exception>
    public static void Run(CommandContext context, string source, Func<BuildOptions, Action<BuildProgress>, BuildReport> build)
    {
        GenerationStore store = context.Store;
        if (File.Exists(Path.Combine(store.Root, "CURRENT"))) return;
        if (!Directory.Exists(source))
            throw new BackendUnavailableException($"There is no index in '{store.Root}' and no folder '{source}' to build one from; run 'searchnews index rebuild FOLDER'.");
        context.Say($"There is no index yet; building one from '{source}'.");
        BuildReport report = BuildProgressDisplay.Run(context, progress => build(new BuildOptions(), progress));
        foreach (string line in report.Skipped) context.Error.WriteLine($"skipped {line}");
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{report.Indexed} articles indexed in {report.Seconds:0.0} s."));
    }
}
