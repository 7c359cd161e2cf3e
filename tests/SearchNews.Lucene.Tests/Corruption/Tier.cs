namespace SearchNews.Lucene.Tests.Corruption;

/// <summary>The fast tier tries a sample, the long tier (environment variable <c>SEARCHNEWS_LONG_TESTS=1</c>) everything.</summary>
internal static class Tier
{
    public static readonly bool IsLong = Environment.GetEnvironmentVariable("SEARCHNEWS_LONG_TESTS") == "1";

    /// <summary>Numbers from 0 to <paramref name="count"/> - 1: all of them, or in the fast tier about <paramref name="sample"/>, drawn.</summary>
    public static IEnumerable<int> Numbers(Random random, int count, int sample)
    {
        if (IsLong || count <= sample) return Enumerable.Range(0, count);
        return Enumerable.Range(0, sample).Select(_ => random.Next(count));
    }
}
