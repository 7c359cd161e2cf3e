using SearchNews.Search.Requests;

namespace SearchNews.Api.Tests.Contract;

/// <summary>Every route there is. A new one needs a row; the tests of the table then hold for it too.</summary>
internal static class ContractRoutes
{
    /// <summary>Reads may be kept for a minute.</summary>
    public const string Kept = "public, max-age=60, stale-while-revalidate=300";

    /// <summary>Must not be kept.</summary>
    public const string NoStore = "no-store";

    private const string Meta = "meta{took generation commit now query{parsed corrected dropped} relaxed partial warnings profile}";
    private const string MetaWithoutQuery = "meta{took generation commit now query relaxed partial warnings profile}";
    private const string Total = "total{stories articles exact}";
    private const string Parts =
        "parts{text{value share why} pairs{value share why} exactTitle{value share why} quality{value share why} coverage{value share why} recency{value share why}}";

    private const string Terms = "terms[term field tf docFreq idf length value]";

    private const string Article =
        "id title excerpt publishedDateTime url ampUrl type category quality heat coverage provider{name domain} topics image{url width height} story{id size providers}";

    private const string SimilarArticle = "id score why title excerpt publishedDateTime url ampUrl type category quality heat coverage provider{name domain}? topics image{url width height}? story{id size providers}?";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<ContractRoute> All { get; } =
    [
        new("GET", "/v1/search", "/v1/search?q=barracuda+moon&facets=provider,month&explain=2&size=2")
        {
            Searches = true,
            Parameters = SearchParameters.Known,
            Shape = $"{Meta} {Total} page size next cursor hits[{Article} score highlights{{title excerpt}}? explain{{score sentence {Parts} {Terms}}}] facets{{provider[value count] month[value count]}} didYouMean links{{self rss atom}}",
        },
        new("GET", "/v1/search.rss", "/v1/search.rss?q=moon") { Searches = true, Parameters = SearchParameters.Known, ContentType = "application/rss+xml; charset=utf-8" },
        new("GET", "/v1/search.atom", "/v1/search.atom?q=moon") { Searches = true, Parameters = SearchParameters.Known, ContentType = "application/atom+xml; charset=utf-8" },
        new("GET", "/v1/search.json", "/v1/search.json?q=moon") { Searches = true, Parameters = SearchParameters.Known, ContentType = "application/feed+json; charset=utf-8" },
        new("GET", "/v1/articles/{id}", "/v1/articles/rich%2Fa") { Parameters = ["fields"], Shape = Article.Replace("story{id size providers}", "story", StringComparison.Ordinal) },
        new("GET", "/v1/articles/{id}/similar", "/v1/articles/rich%2Fa/similar?size=5")
        {
            Searches = true,
            Parameters = ["size", "windowDays", "includeStory"],
            Shape = $"{MetaWithoutQuery} {Total} hits[{SimilarArticle}]",
        },
        new("POST", "/v1/similar", "/v1/similar")
        {
            Body = $$"""{"title":"{{ContractFixture.Title}}","excerpt":"{{ContractFixture.Excerpt}}","includeStory":true}""",
            CacheControl = NoStore,
            Tagged = false,
            Searches = true,
            Parameters = ["title", "excerpt", "now", "size", "windowDays", "includeStory"],
            Shape = $"{MetaWithoutQuery} {Total} hits[{SimilarArticle}] nearDuplicates[{SimilarArticle}]",
        },
        new("GET", "/v1/articles/{id}/story", "/v1/articles/rich%2Fa/story")
        {
            Shape = $"id leader size first last providers articles[{Article} score highlights explain]",
        },
        new("GET", "/v1/stories", "/v1/stories?size=3")
        {
            Searches = true,
            Parameters = ["since", "topic", "sort", "page", "size"],
            Shape = $"{MetaWithoutQuery} {Total} page size next hits[id leader size first last providers articles[{Article} score highlights explain]]",
        },
        new("GET", "/v1/facets/{field}", "/v1/facets/provider?q=moon")
        {
            Searches = true,
            Parameters = ["q", "match", "typo", "from", "to", "since", "site", "topic", "type", "category", "minQuality", "minHeat", "visibility", "group", "now"],
            Shape = $"{Meta} field values[value count]",
        },
        new("GET", "/v1/suggest", "/v1/suggest?q=moo") { Searches = true, Parameters = ["q", "size"], Shape = "suggestions[text kind id count]" },
        new("GET", "/v1/suggest.opensearch", "/v1/suggest.opensearch?q=moo") { Searches = true, Parameters = ["q", "size"], ContentType = "application/x-suggestions+json; charset=utf-8" },
        new("GET", "/v1/explain", "/v1/explain?q=barracuda+moon&id=rich/a&vs=plain")
        {
            CacheControl = NoStore,
            Tagged = false,
            Parameters = ["id", "vs", .. SearchParameters.Known.Where(name => name is not ("cursor" or "fields"))],
            Shape = $"id matches score sentence {Parts} {Terms} versus{{id score sentence {Parts}}}",
        },
        new("GET", "/v1/info", "/v1/info") { Shape = "version schema generation commit articles stories builtAt source profile" },
        new("GET", "/healthz", "/healthz") { CacheControl = NoStore, Tagged = false, Negotiates = false, Shape = "status" },
        new("GET", "/readyz", "/readyz") { CacheControl = NoStore, Tagged = false, Negotiates = false, Shape = "status reason" },
        new("GET", "/metrics", "/metrics") { ContentType = "text/plain; version=0.0.4; charset=utf-8", CacheControl = NoStore, Tagged = false, Negotiates = false },
        new("GET", "/openapi/v1.json", "/openapi/v1.json") { Negotiates = false },
        new("GET", "/docs", "/docs") { ContentType = "text/html; charset=utf-8", CacheControl = "public, max-age=3600", Negotiates = false },
        new("GET", "/opensearch.xml", "/opensearch.xml") { ContentType = "application/opensearchdescription+xml; charset=utf-8", CacheControl = "public, max-age=3600", Negotiates = false },
        new("GET", "/problems/{slug}", "/problems/busy") { ContentType = "text/plain; charset=utf-8", CacheControl = null, Tagged = false, Negotiates = false },
        new("GET", "/", "/?q=moon") { Searches = true, ContentType = "text/html; charset=utf-8", Parameters = null, Negotiates = false },

        // In an order in which they can be sent one after the other.
        Admin("PUT", "/articles/{id}", "/articles/new") with { Status = 201, Body = LiveIndex.Article("New"), BodyType = "text/markdown", Shape = "id generation commit" },
        Admin("DELETE", "/articles/{id}", "/articles/new") with { Status = 204, ContentType = "" },
        Admin("POST", "/update", "/update") with { Status = 202, Parameters = ["fullHash", "allowShrink", "allowSkips"], Shape = Job },
        Admin("GET", "/jobs/{id}", "/jobs/x") with { Shape = Job },
        Admin("DELETE", "/jobs/{id}", "/jobs/x") with { Shape = Job },
        Admin("POST", "/rebuild", "/rebuild") with { Status = 202, Parameters = ["keep", "allowShrink", "allowSkips"], Shape = Job },
        Admin("GET", "/zero-results", "/zero-results") with { Shape = "total queries[query count last]?" },
        Admin("POST", "/rollback", "/rollback") with { Shape = "generation" },
    ];

    private static string Job => "id kind state startedAt endedAt progress report error";

    /// <summary>The rows that anybody may ask.</summary>
    public static IEnumerable<ContractRoute> Open => All.Where(r => !r.IsAdmin);

    public static ContractRoute Find(string name) => All.Single(r => r.Name == name);

    private static ContractRoute Admin(string method, string template, string target) =>
        new(method, "/v1/admin" + template, "/v1/admin" + target) { CacheControl = NoStore, Tagged = false };
}
