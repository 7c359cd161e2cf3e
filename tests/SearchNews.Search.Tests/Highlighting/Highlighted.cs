using SearchNews.Search.Highlighting;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Highlighting;

/// <summary>Highlights of any text for a query, whether the query finds it or not.</summary>
internal static class Highlighted
{
    public static Highlights By(TestIndex index, string query, string title, string excerpt, HighlightMode mode = HighlightMode.Tags) =>
        By(index, new SearchRequest { Query = query, Highlight = mode }, title, excerpt);

    public static Highlights By(TestIndex index, SearchRequest request, string title, string excerpt) =>
        ArticleHighlighter.Of(request.Highlight, index.Prepare(request).Compiled, index.Snapshot.Reader, index.Snapshot.DocCount)!.Highlight(title, excerpt);
}
