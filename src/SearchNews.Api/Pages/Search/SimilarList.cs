using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>Similar articles, each with the words that made it so.</summary>
internal sealed class SimilarList(IReadOnlyList<SimilarHit> hits) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        if (hits.Count == 0)
        {
            html.Write($"<p class=\"state-line\">No article is similar to this one.</p>\n");
            return;
        }

        html.Write($"""
            <ul class="lines">
            {hits.Select(h => new ArticleLine(h, h.Why.Count == 0 ? null : new CommonWords(h.Why)))}</ul>

            """);
    }
}
