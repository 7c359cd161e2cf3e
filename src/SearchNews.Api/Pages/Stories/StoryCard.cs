using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary>One story: its leader's headline, its articles on a line of time, and the other articles to be opened.</summary>
internal sealed class StoryCard(StoryResponse story, DateTimeOffset? from, DateTimeOffset? to, int number) : IHtml
{
    private const int MaxLines = 20;

    public void WriteTo(HtmlWriter html)
    {
        if (story.Articles.Count == 0) return;
        SearchHit leader = story.Articles.FirstOrDefault(a => a.Id == story.Leader) ?? story.Articles[0];
        SearchHit[] others = [.. story.Articles.Where(a => a.Id != leader.Id)];
        html.Write($"""
            <li class="story hit" id="hit-{number}" data-id="{leader.Id}">
            <article aria-labelledby="hit-{number}-title">
            <div class="hit-main">
            {new Byline(leader)}<h2 id="hit-{number}-title" dir="auto">{new Headline(leader)}</h2>
            <p class="story-sum">{new StorySummary(story)}</p>
            {(others.Length > 0 ? new StoryTimeline(story, from, to) : null)}</div>
            {new Thumbnail(leader)}{(others.Length > 0 ? new StoryMembers(story.Id, others.Take(MaxLines), others.Length, MaxLines) : null)}</article>
            </li>

            """);
    }
}
