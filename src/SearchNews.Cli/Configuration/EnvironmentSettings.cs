using Microsoft.Extensions.Configuration;

namespace SearchNews.Cli.Configuration;

/// <summary>Settings of the environment: <c>SEARCHNEWS_LIMITS__DEADLINE</c> is <c>Limits:Deadline</c>. Blank ones, as a shell script may leave, count as unset and hide nothing.</summary>
internal static class EnvironmentSettings
{
    private const string Prefix = "SEARCHNEWS_";

    // What builds and tests of this program are told by; they set nothing here.
    private static readonly string[] OfTests = ["CHROMIUM", "CORPUS", "LONG_TESTS", "LUCENE_JARS", "PROGRAM", "SCREENSHOTS", "UPDATE_GOLDEN"];
    private static readonly string[] OfTestsByPrefix = ["REQUIRE_", "TEST_"];

    /// <summary>What is set, by key.</summary>
    public static IReadOnlyDictionary<string, string?> Read() => new ConfigurationBuilder()
        .AddEnvironmentVariables(Prefix)
        .Build()
        .AsEnumerable()
        .Where(setting => !string.IsNullOrWhiteSpace(setting.Value))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A sentence for each variable that sets nothing, with the nearest one that does. They are no error, unlike unknown keys of a file: others set variables too, as Kubernetes does
    /// for each of its services (<c>SEARCHNEWS_SERVICE_HOST</c>).
    /// </summary>
    /// <param name="keys">As of <see cref="Read"/>.</param>
    public static IEnumerable<string> WarningsOf(IEnumerable<string> keys) =>
        keys.Where(key => !Settings.IsKnownInEnvironment(key) && !IsOfTests(key)).Order(StringComparer.OrdinalIgnoreCase).Select(Warning);

    private static bool IsOfTests(string key) =>
        OfTests.Contains(key, StringComparer.OrdinalIgnoreCase) || Array.Exists(OfTestsByPrefix, prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static string Warning(string key)
    {
        string hint = Settings.NearestInEnvironment(key) is { } nearest ? $"; did you mean {VariableOf(nearest)}?" : "";
        return $"{VariableOf(key)} is no setting and has no effect{hint}";
    }

    private static string VariableOf(string key) => Prefix + key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
}
