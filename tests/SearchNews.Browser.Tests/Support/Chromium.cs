namespace SearchNews.Browser.Tests;

/// <summary>The browser of this machine. Tests that need it skip with a reason where there is none.</summary>
internal static class Chromium
{
    /// <summary>Set to 1, a missing browser fails tests instead of skipping them.</summary>
    public const string RequireVariable = "SEARCHNEWS_REQUIRE_BROWSER";

    /// <summary>Names another program than the first one found.</summary>
    public const string PathVariable = "SEARCHNEWS_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>
    /// What it is started with: no sandbox, since tests may run as root in a container, and nothing that asks the network or the disk for what is not under test.
    /// </summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
    ];

    /// <summary>Whether there is one.</summary>
    public static bool IsAvailable => Found.Value is not null;

    /// <summary>Full path of the program.</summary>
    /// <exception cref="InvalidOperationException">There is none; call <see cref="SkipUnlessAvailable"/> first.</exception>
    public static string Program => Found.Value ?? throw new InvalidOperationException(MissingReason);

    private static string MissingReason => $"there is no Chromium ({PathVariable}, or {string.Join(", ", Names)} on PATH); on Debian: apt-get install chromium";

    /// <summary>Skips the running test, with the reason, when there is no browser; fails it instead when <see cref="RequireVariable"/> is 1.</summary>
    public static void SkipUnlessAvailable()
    {
        if (IsAvailable) return;
        if (Environment.GetEnvironmentVariable(RequireVariable) == "1") Assert.Fail($"{RequireVariable} is 1, but {MissingReason}");
        Assert.Skip(MissingReason);
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named) return File.Exists(named) ? named : null;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(name => folders.Append("/usr/bin").Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
