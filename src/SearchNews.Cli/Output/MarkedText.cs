using System.Net;
using SearchNews.Search.Responses;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Text for people: a passage of an answer, whose matched words stand in <c>&lt;mark&gt;</c> and all else is HTML-escaped, or plain text.</summary>
internal static class MarkedText
{
    /// <summary>The parts of a passage.</summary>
    /// <param name="passage">As an answer has it.</param>
    /// <param name="style">Of words that did not match.</param>
    /// <param name="marked">Of those that did.</param>
    public static IEnumerable<TextPart> Parse(string passage, Style style, Style marked)
    {
        bool isMarked = false;
        for (int at = 0; at < passage.Length;)
        {
            string tag = isMarked ? Highlights.MarkEnd : Highlights.MarkStart;
            int found = passage.IndexOf(tag, at, StringComparison.Ordinal);
            int end = found < 0 ? passage.Length : found;
            if (end > at) yield return new TextPart(Plain(WebUtility.HtmlDecode(passage[at..end])), isMarked ? marked : style);
            at = found < 0 ? end : end + tag.Length;
            isMarked = !isMarked;
        }
    }

    /// <summary>Control characters of an article must not reach a terminal.</summary>
    public static string Plain(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
