using SearchNews.Search.Embedded;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Paging;

/// <summary>A search that goes on where a cursor says, in what the cursor pins.</summary>
/// <param name="View">What the first page was answered from.</param>
/// <param name="Request">The request with the page that comes next, its ages counted as on the first page.</param>
/// <param name="After">The last hit shown.</param>
/// <param name="Now">What ages in the score were counted from on the first page.</param>
internal sealed record ResumedSearch(SearchView View, SearchRequest Request, RankedHit After, DateTimeOffset Now);
