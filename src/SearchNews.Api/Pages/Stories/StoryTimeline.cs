using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary>The articles of a story as dots on a line of time. The list of articles beside it says the same in words.</summary>
/// <param name="story">The story.</param>
/// <param name="from">Where the line begins; null for the story's first article.</param>
/// <param name="to">Where it ends; null for its last.</param>
internal sealed class StoryTimeline(StoryResponse story, DateTimeOffset? from = null, DateTimeOffset? to = null) : IHtml
{
    private const double Width = 300;
    private const double Radius = 4;

    public void WriteTo(HtmlWriter html)
    {
        DateTimeOffset[] times = [.. story.Articles.Select(a => a.PublishedDateTime).OfType<DateTimeOffset>().Order()];
        if (times.Length == 0) return;
        DateTimeOffset start = from is { } f && f < times[0] ? f : times[0];
        DateTimeOffset end = to is { } t && t > times[^1] ? t : times[^1];
        if (start == end) return;
        Func<DateTimeOffset, string> name = end - start < TimeSpan.FromDays(2) ? PageFormats.Minute : PageFormats.Day;
        double scale = (Width - (2 * Radius)) / (end - start).TotalSeconds;
        html.Write($"""
            <svg class="timeline" viewBox="0 0 {Width} 16" role="img" aria-label="{PageFormats.Count(times.Length, "article", "articles")} between {PageFormats.Minute(times[0])} and {PageFormats.Minute(times[^1])}">
            <line x1="0" y1="8" x2="{Width}" y2="8"/>{times.Select(at => new TimelineDot(Radius + (scale * (at - start).TotalSeconds), 8, Radius))}</svg>
            <p class="scale" aria-hidden="true"><span>{name(start)}</span><span>{name(end)}</span></p>

            """);
    }
}
