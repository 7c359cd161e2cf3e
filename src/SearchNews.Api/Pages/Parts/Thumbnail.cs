using SearchNews.Api.Pages.Markup;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Parts;

/// <summary>An article's image over a tile with its provider's first letter, which is seen where there is no image or it does not load.</summary>
internal sealed class Thumbnail(ArticleResponse article) : IHtml
{
    private const int Tones = 6;

    public void WriteTo(HtmlWriter html)
    {
        string name = article.Provider?.Name ?? article.Provider?.Domain ?? "";
        int tone = name.Aggregate(0, (sum, c) => (sum + c) % Tones);
        html.Write($"""<span class="thumb tone-{tone}" aria-hidden="true"><span class="letter">{FirstLetter(name)}</span>""");
        if (WebAddress.Of(article.Image?.Url) is { } url)
            html.Write($"""<img src="{url}" alt="" width="144" height="96" loading="lazy" decoding="async" referrerpolicy="no-referrer">""");
        html.Write($"</span>\n");
    }

    private static string FirstLetter(string name)
    {
        foreach (System.Text.Rune rune in name.EnumerateRunes())
            if (System.Text.Rune.IsLetterOrDigit(rune)) return System.Text.Rune.ToUpperInvariant(rune).ToString();
        return "•";
    }
}
