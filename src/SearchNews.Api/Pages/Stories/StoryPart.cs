using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary>All articles of a story on a line of time and as a list, the leader first.</summary>
internal sealed class StoryPart(StoryResponse story) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <p class="story-sum">{new StorySummary(story)}</p>
        {new StoryTimeline(story)}<ul class="lines">
        {story.Articles.Select(a => new ArticleLine(a, a.Id == story.Leader && story.Size > 1 ? new LeaderNote() : null))}</ul>

        """);
}
