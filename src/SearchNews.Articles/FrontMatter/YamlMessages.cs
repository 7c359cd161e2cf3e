using YamlDotNet.Core;

namespace SearchNews.Articles.FrontMatter;

/// <summary>
/// Turns YamlDotNet's errors into words for an editor. Its messages are matched by a part of their text and never passed on.
/// </summary>
internal static class YamlMessages
{
    /// <summary>What is said when nothing more is known.</summary>
    public const string Generic = "this is not valid YAML; write one `key: value` a line and put text with special characters in double quotes";

    /// <summary>What is said of a bracket that is open where it should not be any more.</summary>
    public const string NeverClosed = "the bracket that opens here is never closed or lacks a comma; put text that begins with [ or { in double quotes";

    private const string Tab = "indent with blanks, not tabs";

    /// <summary>Part of YamlDotNet's message, our message, and whether the place is where the construct begins.</summary>
    private static readonly (string Part, string Message, bool AtStart)[] Known =
    [
        ("quoted scalar, found unexpected end of stream",
            "the quote that opens here is never closed; end the text with the same quote, and write \\\" for a quote within double quotes", true),
        ("quoted scalar, found unexpected document indicator",
            "the quote that opens here is never closed; end the text with the same quote, and write \\\" for a quote within double quotes", true),
        ("double-quoted scalar, found wrong indentation",
            "the quoted text that opens here goes on at the start of a later line; indent that line or close the quote before it", true),
        ("unknown escape character",
            "a backslash in double quotes is followed by a character it cannot escape; write \\\\ for a backslash", false),
        ("expected hexadecimal number",
            "an escape such as \\u00E9 has too few hexadecimal digits; write four after \\u and two after \\x", false),
        ("invalid Unicode surrogates",
            "an escape such as \\uD83D is half of a character; write the character itself or both halves", false),
        ("invalid Unicode character escape code",
            "an escape names a character that does not exist", false),
        ("found invalid mapping",
            "text with a colon and a blank (`: `) must be in double quotes", false),
        ("Mapping values are not allowed",
            "text with a colon and a blank (`: `) must be in double quotes, and keys must be indented alike", false),
        ("cannot start any token",
            "text cannot begin with this character here; put it in double quotes, and indent with blanks, not tabs", true),
        ("tab",
            Tab, false),
        ("simple key, could not find expected ':'",
            "a line without a colon stands where a `key: value` is expected; indent it to continue the text above, or put that text in quotes", false),
        ("flow sequence, did not find expected ',' or ']'",
            "the list that opens with [ is never closed or lacks a comma; put text that begins with [ in double quotes", false),
        ("flow mapping,",
            "the map that opens with { is never closed or lacks a comma; put text that begins with { in double quotes", false),
        ("did not find expected node content",
            "a value is missing here", false),
        ("block mapping, did not find expected key",
            "a `key: value` is expected here; indent keys of one map alike, and write nothing after a closing quote", false),
        ("block collection, did not find expected '-'",
            "a list item (`- `) is expected here; indent the items of one list alike", false),
        ("Block sequence entries are not allowed",
            "a list item (`- `) is not allowed here; begin the list on a line of its own", false),
        ("anchor or alias",
            "text that begins with & or * must be in double quotes", false),
        ("scanning a tag",
            "text that begins with ! must be in double quotes", false),
        ("tag handle",
            "text that begins with ! must be in double quotes", false),
        ("block scalar",
            "the block of text that opens with | or > is not well formed; indent all its lines more than its key", false),
        ("directive",
            "a line cannot begin with %; put the text in double quotes", false),
    ];

    /// <summary>The offset to name and the message to print.</summary>
    /// <param name="error">The error.</param>
    /// <param name="text">The text that was read.</param>
    /// <param name="last">Offset of the last token before the error, for errors that do not tell their place.</param>
    public static (int Offset, string Message) Explain(YamlException error, string text, int last)
    {
        int found = Array.FindIndex(Known, known => error.Message.Contains(known.Part, StringComparison.Ordinal));
        (_, string message, bool atStart) = found < 0 ? ("", Generic, true) : Known[found];
        long index = atStart ? error.Start.Index : error.End.Index;
        if (index == 0)
            index = message == Tab ? FirstTab(text, last) : last;
        return ((int)Math.Min(index, text.Length), message);
    }

    /// <summary>The first tab that indents a line from <paramref name="from"/> on; <paramref name="from"/> when there is none.</summary>
    private static int FirstTab(string text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (text[i] == '\t' && IsIndent(text, i))
                return i;
        }

        return from;
    }

    private static bool IsIndent(string text, int at)
    {
        while (at > 0 && text[at - 1] == ' ')
            at--;
        return at == 0 || text[at - 1] is '\n' or '\r';
    }
}
