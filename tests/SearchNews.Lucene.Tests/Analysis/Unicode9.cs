using System.Globalization;
using SearchNews.Testing;

namespace SearchNews.Lucene.Tests.Analysis;

/// <summary>The code points assigned in Unicode 9, without surrogates and private use.</summary>
internal static class Unicode9
{
    public static int[] CodePoints { get; } = Read();

    /// <summary>All of them but 15 of 16 Chinese, Hangul and Tangut characters: three quarters of Unicode, and all alike.</summary>
    public static IEnumerable<int> Varied => CodePoints.Where(static c =>
        c % 16 == 0 || c is not ((>= 0x3400 and < 0xA000) or (>= 0xAC00 and < 0xD7A0) or (>= 0x17000 and < 0x18B00) or (>= 0x20000 and < 0x30000)));

    private static int[] Read()
    {
        var codePoints = new List<int>();
        string[] ranges = [.. File.ReadLines(RepoRoot.Combine("tests", "Fixtures", "unicode", "assigned-9.0.txt"))
            .Where(static line => !line.StartsWith("//", StringComparison.Ordinal))
            .SelectMany(static line => line.Split(' '))];
        foreach (string range in ranges)
        {
            int[] ends = [.. range.Split('-').Select(static end => int.Parse(end, NumberStyles.AllowHexSpecifier))];
            codePoints.AddRange(Enumerable.Range(ends[0], ends[^1] - ends[0] + 1));
        }

        return [.. codePoints];
    }
}
