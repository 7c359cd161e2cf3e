using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>The feeds of a search, for the head or to be seen.</summary>
internal sealed record FeedLinks(PageQuery Query, bool InHead) : IHtml
{
    private static readonly (string Path, string Type, string Name)[] Feeds =
    [
        ("/v1/search.rss", "application/rss+xml", "RSS"),
        ("/v1/search.atom", "application/atom+xml", "Atom"),
        ("/v1/search.json", "application/feed+json", "JSON Feed"),
    ];

    public void WriteTo(HtmlWriter html)
    {
        if (!InHead) html.Write($"""<p class="feeds"><span>Follow this search:</span>""");
        foreach ((string path, string type, string name) in Feeds)
        {
            string url = Query.WithoutPaging().Url(path);
            if (InHead) html.Write($"<link rel=\"alternate\" type=\"{type}\" title=\"{name}\" href=\"{url}\">\n");
            else html.Write($""" <a href="{url}" type="{type}">{name}</a>""");
        }

        if (!InHead) html.Write($"</p>\n");
    }
}
