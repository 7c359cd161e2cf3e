using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Search;

/// <summary>The topics of a hit, each a link to the same search on that topic.</summary>
internal sealed class TopicLinks(PageQuery query, IEnumerable<string> topics) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        html.Write($"""<ul class="topics" aria-label="Topics">""");
        foreach (string topic in topics) html.Write($"""<li><a class="topic" href="{query.With("topic", topic).Url("/")}" dir="auto">{topic}</a></li>""");
        html.Write($"</ul>\n");
    }
}
