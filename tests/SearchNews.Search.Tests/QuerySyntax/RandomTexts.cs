using System.Text;

namespace SearchNews.Search.Tests.QuerySyntax;

/// <summary>Query texts nobody should type and somebody will.</summary>
internal static class RandomTexts
{
    private static readonly string[] Pieces =
    [
        "cloud", "storage", "the", "of", "azure", "running", "c#", ".net", "c++", "state-of-the-art", "café", "x", "2021", " ", " ", " ", "  ", "\t", "\n", "\"", "\u201C", "\u201D",
        "\u00AB", "(", ")", "((", "))", "+", "-", "--", "+-", "*", "?", "~", "~1", "~2", "~9", "AND", "OR", "NOT", "&&", "||", "title:", "excerpt:", "site:", "topic:",
        "type:", "foo:", ":", "::", "nasa.gov", "clo*", "clou~", "rockte~2", "\\", "/", "^2", "[a TO b]", "{", "}", "\0", "\u001B[31m", "\U0001F680", "\uD83D", "\uDE80", "\u202E",
        "\u4F60\u597D", "\u0301", "\u00AD", "\uFEFF", "\u2014", "!!!", "'", "`", "%", "%00", "<script>", "&amp;", "\u0130", "\u00DF", "\uFB01", "\u0E01\u0E02", "_", ",", ";", "$",
    ];

    private static readonly string[] Good =
    [
        "azure cloud storage", "\"cloud storage\" network", "+azure -storage title:engine", "(cloud OR storage) AND network", "site:nasa.gov topic:\"machine learning\" comet",
        "clou* roket~1 state-of-the-art", "NOT (glacier comet) island", "the of and",
    ];

    /// <summary>Pieces of the syntax in any order.</summary>
    public static string Any(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(1, 30); i > 0 && text.Length < 480; i--) text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    /// <summary>A good query with some characters changed, taken out or doubled.</summary>
    public static string Mutated(Random random)
    {
        var text = new StringBuilder(Good[random.Next(Good.Length)]);
        for (int i = random.Next(1, 8); i > 0 && text.Length > 0; i--)
        {
            int at = random.Next(text.Length);
            _ = random.Next(4) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Insert(at, (char)random.Next(0x10000)),
                _ => text.Append(text.ToString(at, Math.Min(10, text.Length - at))),
            };
        }

        return text.Length > 500 ? text.ToString(0, 500) : text.ToString();
    }

    /// <summary>Balanced queries of plain words.</summary>
    public static string Plain(Random random)
    {
        string[] forms = ["{0}", "+{0}", "-{0}", "\"{0} b\"", "title:{0}", "-title:\"{0} c\"", "{0}*", "{0}~", "(x {0})", "+(y -{0})", "site:{0}", "a OR {0}", "(p OR ({0} q))", "a AND {0}", "+b OR {0}", "OR", "AND"];
        return string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, forms[random.Next(forms.Length)], $"word{i}")));
    }
}
