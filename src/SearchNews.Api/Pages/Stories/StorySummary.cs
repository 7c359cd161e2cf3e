using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Stories;

/// <summary>A story in figures: articles, providers, days.</summary>
internal sealed class StorySummary(StoryResponse story) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        string sum = PageFormats.Count(story.Size, "article", "articles");
        if (story.Providers.Count > 0) sum += $" from {PageFormats.Count(story.Providers.Count, "provider", "providers")}";
        if (story.First is { } first && story.Last is { } last)
            sum += PageFormats.Day(first) == PageFormats.Day(last) ? $", {PageFormats.Day(first)}" : $", {PageFormats.Day(first)} to {PageFormats.Day(last)}";
        html.Text(sum);
    }
}
