using System.Buffers;
using System.Text;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Highlighting;

/// <summary>
/// Writes part of a text as HTML: marks in <c>&lt;mark&gt;</c>, and &amp; &lt; &gt; " ' escaped, so that it can stand in an element or a quoted attribute. The only
/// markup is what is written here. Keeps its buffer; belongs to one thread.
/// </summary>
internal sealed class MarkWriter
{
    private const string CutBefore = "… ";
    private const string CutAfter = " …";

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    private readonly StringBuilder _html = new();

    /// <summary>Writes a passage, with … for what is left out of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="passage">The part that is written.</param>
    /// <param name="marks">Marks of the whole text, in order; what lies beyond the passage is cut off.</param>
    public string Write(string text, HighlightSpan passage, List<HighlightSpan> marks)
    {
        _html.Clear();
        if (passage.Start > 0) _html.Append(CutBefore);
        int at = passage.Start;
        foreach (HighlightSpan mark in marks)
        {
            int start = Math.Max(mark.Start, passage.Start);
            int end = Math.Min(mark.End, passage.End);
            if (start >= end) continue;
            Escape(text.AsSpan(at, start - at));
            _html.Append(Highlights.MarkStart);
            Escape(text.AsSpan(start, end - start));
            _html.Append(Highlights.MarkEnd);
            at = end;
        }

        Escape(text.AsSpan(at, passage.End - at));
        if (passage.End < text.Length) _html.Append(CutAfter);
        return _html.ToString();
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        for (int special = text.IndexOfAny(Special); special >= 0; special = text.IndexOfAny(Special))
        {
            _html.Append(text[..special]).Append(text[special] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => "&#39;" });
            text = text[(special + 1)..];
        }

        _html.Append(text);
    }
}
