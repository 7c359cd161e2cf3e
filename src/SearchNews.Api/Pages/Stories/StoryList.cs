using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary>Stories in order.</summary>
internal sealed class StoryList(IReadOnlyList<StoryResponse> stories, DateTimeOffset? from, DateTimeOffset? to, long start) : IHtml
{
    public void WriteTo(HtmlWriter html) => html.Write($"""
        <ol class="stories" start="{start}">
        {stories.Select((s, i) => new StoryCard(s, from, to, i + 1))}</ol>

        """);
}
