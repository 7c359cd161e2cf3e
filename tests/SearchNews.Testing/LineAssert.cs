using System.Text;

namespace SearchNews.Testing;

/// <summary>Compares long texts line by line; a failure shows the first difference and its surroundings, not megabytes.</summary>
public static class LineAssert
{
    private const int LinesBefore = 4;
    private const int MaxShown = 400;

    /// <summary>Asserts that two texts are equal, and else shows the first line that differs.</summary>
    public static void ShouldHaveTheLinesOf(this string actual, string expected)
    {
        if (FirstDifference(expected, actual) is { } difference)
            Assert.Fail(difference);
    }

    /// <summary>The first difference in words; null when there is none.</summary>
    public static string? FirstDifference(string expected, string actual)
    {
        if (string.Equals(expected, actual, StringComparison.Ordinal))
            return null;
        string[] wanted = expected.Split('\n');
        string[] got = actual.Split('\n');
        int line = 0;
        while (line < wanted.Length && line < got.Length && string.Equals(wanted[line], got[line], StringComparison.Ordinal))
            line++;
        StringBuilder text = new();
        text.Append($"Line {line + 1} differs (expected {wanted.Length} lines, got {got.Length}):\n");
        for (int i = Math.Max(0, line - LinesBefore); i < line; i++)
            text.Append($"           {Shorten(wanted[i])}\n");
        text.Append($"expected:  {(line < wanted.Length ? Shorten(wanted[line]) : "(the end)")}\n");
        text.Append($"got:       {(line < got.Length ? Shorten(got[line]) : "(the end)")}");
        return text.ToString();
    }

    private static string Shorten(string line) => line.Length <= MaxShown ? line : line[..MaxShown] + "...";
}
