using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>An upright bar of a chart, standing on its floor.</summary>
internal sealed record Bar(double X, double Width, double Height, double Floor) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""<rect x="{X}" y="{Floor - Height}" width="{Width}" height="{Height}"/>""");
}
