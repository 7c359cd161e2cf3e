using System.Text;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests.FrontMatter;

/// <summary>Random front matter of nested maps and lists, mostly plain, with now and then a value that is not.</summary>
internal static class SomeFrontMatter
{
    private static readonly string[] Values =
    [
        "", "~", "null", "true", "no", "0", "-1", "52.5", "2021-02-17T17:00:59Z", "news", "Barron's", "R&D, etc.", "C#", ".NET", "a:b", "https://a.example/?b=c#d",
        "[]", "''", "\"\"", "'it''s'", "\"\\u00e9\\n\"", "- a", "[a, b]", "{a: b}", "|", ">-", "&a b", "*a", "!a b", "a # b", "a: b", "a:", "@a", "-a", "--- a", "'", "\"",
        "\"\\x41\"", "\"a\" ", "é", "\u2019", "\ud83d\ude81", "\u00a0", "?", "? a", "-", "%a", "=", "(a)", "a  b", "\"a\\\"", "'a\\'",
    ];

    /// <summary>One front matter; its lines end alike.</summary>
    public static string Text(Random random)
    {
        var text = new StringBuilder();
        Map(text, random, indent: 0, depth: 0, firstLine: true);
        if (random.Next(4) == 0)
            text.Replace("\n", "\r\n");
        return text.ToString();
    }

    private static void Map(StringBuilder text, Random random, int indent, int depth, bool firstLine)
    {
        int keys = random.Next(1, 5);
        for (int i = 0; i < keys; i++)
        {
            text.Append(' ', i == 0 && !firstLine ? 0 : indent).Append(Some.Word(random, 1, 6)).Append(':');
            Value(text, random, indent, depth);
            if (depth == 0 && random.Next(4) == 0)
                text.Append('\n');
        }
    }

    private static void List(StringBuilder text, Random random, int indent, int depth)
    {
        int items = random.Next(1, 4);
        for (int i = 0; i < items; i++)
        {
            text.Append(' ', indent).Append('-');
            if (depth < 6 && random.Next(2) == 0)
            {
                text.Append(' ');
                Map(text, random, indent + 2, depth + 1, firstLine: false);
            }
            else
            {
                Scalar(text, random);
            }
        }
    }

    private static void Value(StringBuilder text, Random random, int indent, int depth)
    {
        int kind = depth < 6 ? random.Next(8) : 7;
        if (kind == 0)
        {
            text.Append('\n');
            Map(text, random, indent + random.Next(1, 4), depth + 1, firstLine: true);
        }
        else if (kind == 1)
        {
            text.Append('\n');
            List(text, random, indent + random.Next(0, 4), depth + 1);
        }
        else
        {
            Scalar(text, random);
        }
    }

    /// <summary>A value and the end of the line.</summary>
    private static void Scalar(StringBuilder text, Random random)
    {
        string value = random.Next(10) switch
        {
            0 => Values[random.Next(Values.Length)],
            1 => System.Text.Json.JsonSerializer.Serialize(Some.Text(random, 20)),
            2 => "'" + Some.Text(random, 10).Replace("'", "''", StringComparison.Ordinal) + "'",
            3 => "\"" + Some.Word(random) + "\"",
            _ => Values[random.Next(18)],
        };
        if (value.Length > 0)
            text.Append(' ').Append(value);
        text.Append('\n');
    }
}
