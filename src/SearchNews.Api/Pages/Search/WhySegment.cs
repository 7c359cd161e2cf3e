using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>A part of a score in its bar.</summary>
/// <param name="Key">Which part; decides the colour.</param>
/// <param name="X">Where it begins, in percent.</param>
/// <param name="Width">Its share in percent.</param>
internal sealed record WhySegment(string Key, double X, double Width) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""<rect class="part-{Key}" x="{X}" y="0" width="{Width}" height="6"/>""");
}
