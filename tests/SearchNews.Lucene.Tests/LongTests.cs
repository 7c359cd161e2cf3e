namespace SearchNews.Lucene.Tests;

/// <summary>The tier of tests that take minutes.</summary>
internal static class LongTests
{
    /// <summary>True when <c>SEARCHNEWS_LONG_TESTS=1</c>.</summary>
    public static bool IsWanted { get; } = Environment.GetEnvironmentVariable("SEARCHNEWS_LONG_TESTS") == "1";
}
