using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>What a person should know about how the answer came about.</summary>
internal sealed class Notices(PageQuery query, PageQuery shown, SearchResponse response) : IHtml
{
    public void WriteTo(HtmlWriter html)
    {
        ResponseMeta meta = response.Meta;
        if (shown != query && query.Text("q") is { } text) new Notice("beginning", new PlainText($"Shown are articles with a word that begins with “{WordBeginning.LastWordOf(text)}”.")).WriteTo(html);
        if (meta.Query?.Corrected is { } corrected)
            new Notice("corrected", new SearchLink("Also searched for ", query.With("q", corrected).Url("/"), corrected, ". ").Then(new SearchLink("", query.With("typo", "off").Url("/"), "Search as typed"))).WriteTo(html);
        else if (response.DidYouMean is { } better)
            new Notice("didyoumean", new SearchLink("Did you mean ", query.With("q", better).Url("/"), better, "?")).WriteTo(html);
        if (meta.Relaxed) new Notice("relaxed", new PlainText("Few articles have all of the words, so those with some of them are listed too.")).WriteTo(html);
        if (meta.Partial) new Notice("partial", new SearchLink("Time ran out: there may be more and better results. ", query.Url("/"), "Try again")).WriteTo(html);
        if (meta.Query is { Dropped.Count: > 0 } parsed) new Notice("warning", new PlainText($"Not searched for: {string.Join(", ", parsed.Dropped)}.")).WriteTo(html);
        foreach (string warning in meta.Warnings) new Notice("warning", new PlainText(warning)).WriteTo(html);
    }
}
