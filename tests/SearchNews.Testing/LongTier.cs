namespace SearchNews.Testing;

/// <summary>
/// The long tier of the tests: the same tests with many more rounds, for hours in which nobody waits. On when the environment variable
/// <c>SEARCHNEWS_LONG_TESTS</c> is 1; <c>tests/long-tier.sh</c> runs it.
/// </summary>
public static class LongTier
{
    /// <summary>Name of the environment variable that turns it on.</summary>
    public const string Variable = "SEARCHNEWS_LONG_TESTS";

    /// <summary>True when this run is the long tier.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>How many rounds a test makes: a few, or as many as its promise names.</summary>
    public static int Rounds(int fast, int full) => IsOn ? full : fast;
}
