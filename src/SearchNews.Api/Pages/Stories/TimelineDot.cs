using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Stories;

/// <summary>An article on a line of time.</summary>
internal sealed record TimelineDot(double X, double Y, double Radius) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""<circle cx="{X}" cy="{Y}" r="{Radius}"/>""");
}
