namespace SearchNews.Browser.Tests;

/// <summary>Starts <c>searchnews serve</c> as its users do: a folder of articles, an index that it builds first, a port that the system chose.</summary>
internal static class TestServer
{
    /// <summary>The folder of the sample articles.</summary>
    public static string SampleArticles { get; } = RepoRoot.Combine("index-data", "articles");

    // A machine that is busy with other tests is no reason for half an answer, and one visitor here is as fast as many.
    private static readonly string[] Settings = ["Limits:Deadline=30s", "Limits:MaxInFlight=64", "RateLimit:PerSecond=100000", "RateLimit:Burst=100000"];

    /// <summary>Indexes a folder and serves it.</summary>
    public static async Task<ServerProcess> StartAsync(string index, string articles)
    {
        using (System.Diagnostics.Process rebuild = SearchNewsProgram.Start(new Dictionary<string, string>(StringComparer.Ordinal), "index", "rebuild", articles, "--index", index, "--quiet"))
        {
            rebuild.StandardInput.Close();
            Task<string> error = rebuild.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await rebuild.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await rebuild.WaitForExitAsync(TestContext.Current.CancellationToken);

            // 3: some samples are broken on purpose.
            rebuild.ExitCode.ShouldBeOneOf([0, 3], await error);
        }

        return await ServerProcess.StartAsync(index, null, Settings.SelectMany(s => new[] { "--set", s }));
    }
}
