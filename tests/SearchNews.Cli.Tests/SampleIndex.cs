[assembly: AssemblyFixture(typeof(SearchNews.Cli.Tests.SampleIndex))]

namespace SearchNews.Cli.Tests;

/// <summary>An index of the sample articles, built once by the program itself. Tests that change it must copy it first.</summary>
public sealed class SampleIndex : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    /// <summary>The folder of the sample articles.</summary>
    public static string Articles { get; } = RepoRoot.Combine("index-data", "articles");

    /// <summary>An id among the sample articles.</summary>
    public const string Voyager = "2024-04-22-voyager-1-sends-readable-data-to-earth-again-after-five-months";

    /// <summary>Another version of the same story.</summary>
    public const string VoyagerToo = "2024-04-23-voyager-1-probe-sends-readable-data-for-first-time-in-five-months";

    /// <summary>The index folder.</summary>
    public string Path => _folder.Combine("index");

    /// <summary>The live generation.</summary>
    public string Generation => _folder.Combine("index", "g000001");

    public async ValueTask InitializeAsync() => (await Cli.RunAsync("index", "rebuild", Articles, "--index", Path, "--quiet")).Code.ShouldBeOneOf(ExitCode.Done, ExitCode.SomeSkipped);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A copy of the index folder.</summary>
    public string CopyTo(string target)
    {
        Directory.CreateDirectory(target);
        foreach (string folder in Directory.EnumerateDirectories(Path, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(folder.Replace(Path, target, StringComparison.Ordinal));
        foreach (string file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories)) File.Copy(file, file.Replace(Path, target, StringComparison.Ordinal));
        return target;
    }

    /// <summary>Runs the program on this index.</summary>
    internal Task<CliResult> RunAsync(params string[] arguments) => Cli.RunAsync([.. arguments, "--index", Path]);
}
