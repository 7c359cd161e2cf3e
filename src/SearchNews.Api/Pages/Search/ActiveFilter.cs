using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>A link that drops a condition.</summary>
/// <param name="Words">The condition; null for all of them.</param>
/// <param name="Without">The search without it.</param>
internal sealed record ActiveFilter(string? Words, PageQuery Without) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        if (Words is null) html.Write($"<li><a class=\"chip chip-all\" href=\"{Without.Url("/")}\">Clear all</a></li>\n");
        else html.Write($"<li><a class=\"chip\" href=\"{Without.Url("/")}\"><span class=\"unseen\">Remove filter: </span><span dir=\"auto\">{Words}</span><span class=\"cross\" aria-hidden=\"true\">×</span></a></li>\n");
    }
}
