using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary>The articles of a story beside its leader, closed at first.</summary>
/// <param name="Id">An article of the story.</param>
/// <param name="Articles">Those that are listed here.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Most">How many are listed here at most.</param>
internal sealed record StoryMembers(string Id, IEnumerable<SearchHit> Articles, int Count, int Most) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        html.Write($"""
            <details class="members">
            <summary>{PageFormats.Count(Count, "more article", "more articles")}</summary>
            <ul class="lines">
            {Articles.Select(a => new ArticleLine(a))}</ul>

            """);
        if (Count > Most) html.Write($"<p><a class=\"search-link\" href=\"{PageQuery.Empty.With("id", Id).Url("/story")}\">All articles of this story</a></p>\n");
        html.Write($"</details>\n");
    }
}
