using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Search;
using SearchNews.Search.Requests;

namespace SearchNews.Api.Pages.Parts;

/// <summary>The form of every search. Filters elsewhere on the page belong to it by its id; what has no control of its own is kept hidden.</summary>
/// <param name="query">The search that it holds.</param>
internal sealed class SearchBox(PageQuery query) : IHtml
{
    /// <summary>The form's id.</summary>
    public const string FormId = "search-form";

    public void WriteTo(HtmlWriter html) => html.Write($"""
        <form id="{FormId}" class="search" role="search" action="/" method="get">
        <label for="q" class="unseen">Search the news</label>
        <div class="search-box">
        <input id="q" name="q" type="search" value="{query.Text("q")}" placeholder="Search the news" maxlength="{SearchRequest.MaxQueryLength}" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search" dir="auto" data-suggest="/v1/suggest">
        <button type="submit">Search</button>
        </div>
        <div id="kept" data-swap>{new Many(Kept)}</div>
        </form>

        """);

    private IEnumerable<IHtml> Kept => query.Pairs.Where(p => !HasControl(p)).Select(p => new Hidden(p.Key, p.Value));

    private static bool HasControl(KeyValuePair<string, string> pair) => pair.Key switch
    {
        "from" or "to" => DateRange.IsDay(pair.Value),
        "site" or "topic" or "type" or "category" => !pair.Value.StartsWith('-'),
        "q" or "sort" or "profile" or "match" or "group" or "page" => true,
        _ => false,
    };
}
