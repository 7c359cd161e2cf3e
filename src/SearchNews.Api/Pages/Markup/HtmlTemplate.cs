using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SearchNews.Api.Pages.Markup;

/// <summary>What the compiler makes of a template: pieces for a writer, in order. There is no hole for just any object, so nothing gets in by its ToString.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlTemplate
{
    private readonly HtmlWriter _html;

    public HtmlTemplate(int literalLength, int formattedCount, HtmlWriter html)
    {
        _ = literalLength;
        _ = formattedCount;
        _html = html;
    }

    public void AppendLiteral(string markup) => _html.Markup(markup);

    public void AppendFormatted(string? text) => _html.Text(text);

    public void AppendFormatted(long number) => _html.Markup(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number with a point for decimals, three at most, as attributes want it.</summary>
    public void AppendFormatted(double number) => _html.Markup(number.ToString("0.###", CultureInfo.InvariantCulture));

    public void AppendFormatted(IHtml? part) => part?.WriteTo(_html);

    public void AppendFormatted(IEnumerable<IHtml> parts)
    {
        foreach (IHtml part in parts) part.WriteTo(_html);
    }

    /// <summary>Checks that the pieces went where the template is written.</summary>
    internal void End(HtmlWriter html) => Debug.Assert(ReferenceEquals(html, _html), "a template was made for another writer");
}
