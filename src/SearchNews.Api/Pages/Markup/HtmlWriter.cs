using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SearchNews.Api.Pages.Markup;

/// <summary>
/// Writes a page from interpolated templates: what a template says itself is markup, what stands in its holes is text and is encoded, unless it is an
/// <see cref="IHtml"/>. Holes in tags stand in double quotes. One thread.
/// </summary>
internal sealed class HtmlWriter
{
    // Letters of all scripts stay readable; what has a meaning in HTML is encoded in any case.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new(32 * 1024);

    /// <summary>A whole page or part.</summary>
    public static string Render(IHtml part)
    {
        var html = new HtmlWriter();
        part.WriteTo(html);
        return html._html.ToString();
    }

    /// <summary>Writes a template.</summary>
    /// <param name="template">An interpolated string; its parts were written as it was made.</param>
    public void Write([InterpolatedStringHandlerArgument("")] in HtmlTemplate template) => template.End(this);

    /// <summary>Writes markup that the program itself made.</summary>
    internal void Markup(string markup) => _html.Append(markup);

    /// <summary>Writes text.</summary>
    internal void Text(string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        _html.Append(Encoder.Encode(text.AsSpan().IndexOfAnyInRange('\0', '\x1F') < 0 && !HasRareControls(text) ? text : WithoutControls(text)));
    }

    /// <summary>DEL, the C1 controls and noncharacters: no HTML document may hold them.</summary>
    private static bool HasRareControls(string text) => text.AsSpan().IndexOfAnyInRange('\x7F', '\x9F') >= 0 || text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') >= 0;

    private static string WithoutControls(string text) =>
        string.Create(text.Length, text, static (to, from) =>
        {
            for (int i = 0; i < to.Length; i++) to[i] = (char.IsControl(from[i]) && from[i] is not '\n' and not '\t') || from[i] is '\uFFFE' or '\uFFFF' ? '\uFFFD' : from[i];
        });
}
