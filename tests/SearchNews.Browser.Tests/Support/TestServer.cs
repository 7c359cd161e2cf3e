namespace SearchNews.Browser.Tests;

/// <summary>Starts <c>searchnews serve</c> as its users do: a folder of articles, an index that it builds first, a port that the system chose.</summary>
internal static class TestServer
{
    private static string SampleArticles { get; } = RepoRoot.Combine("index-data", "articles");

    // A machine that is busy with other tests is no reason for half an answer, and one visitor here is as fast as many.
    private static readonly string[] Settings = ["Limits:Deadline=30s", "Limits:MaxInFlight=64", "RateLimit:PerSecond=100000", "RateLimit:Burst=100000"];

    /// <summary>Serves the folder <c>articles</c> of an index folder, which it indexes first.</summary>
    public static Task<ServerProcess> StartAsync(string index) => ServerProcess.StartAsync(index, null, Settings.SelectMany(s => new[] { "--set", s }));

    /// <summary>Serves the sample articles.</summary>
    public static Task<ServerProcess> StartSamplesAsync(string index)
    {
        Directory.CreateDirectory(index);
        Directory.CreateSymbolicLink(Path.Combine(index, "articles"), SampleArticles);
        return StartAsync(index);
    }
}
