using SearchNews.Api.Pages.Assets;
using SearchNews.Api.Pages.Markup;

namespace SearchNews.Api.Pages.Parts;

/// <summary>What is around every page: head, search box, navigation, footer.</summary>
internal sealed record Frame : IHtml
{
    /// <summary>What the page is about, in front of the name of the service.</summary>
    public string? Title { get; init; }

    /// <summary>Which entry of the navigation is the current one; null for none.</summary>
    public string? Section { get; init; }

    /// <summary>The search that the box holds.</summary>
    public PageQuery Query { get; init; } = PageQuery.Empty;

    /// <summary>The address of this page as search engines should know it; null when they should not.</summary>
    public string? Canonical { get; init; }

    /// <summary>True when the page has feeds of its search.</summary>
    public bool HasFeeds { get; init; }

    /// <summary>The page itself.</summary>
    public required IHtml Body { get; init; }

    public void WriteTo(HtmlWriter html) => html.Write($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="{(Canonical is null ? "noindex" : "index, follow")}">
        <title>{(Title is null ? "SearchNews" : Title + " – SearchNews")}</title>
        {(Canonical is null ? null : new HeadLink("canonical", Canonical))}<link rel="search" type="application/opensearchdescription+xml" title="SearchNews" href="/opensearch.xml">
        {(HasFeeds ? new FeedLinks(Query, InHead: true) : null)}<link rel="icon" type="image/svg+xml" href="{AssetCatalog.Url("icon.svg")}">
        <link rel="stylesheet" href="{AssetCatalog.Url("site.css")}">
        <script type="module" src="{AssetCatalog.Url("app.js")}"></script>
        </head>
        <body>
        <a class="skip" href="#results">Skip to the results</a>
        <header class="top">
        <div class="top-inner">
        <a class="brand" href="/"><img src="{AssetCatalog.Url("icon.svg")}" width="28" height="28" alt=""><span>SearchNews</span></a>
        {new SearchBox(Query)}<nav class="sections" aria-label="Sections">
        <a href="/"{Flag.CurrentPage.When(Section == "search")}>Search</a>
        <a href="/stories"{Flag.CurrentPage.When(Section == "stories")}>Stories</a>
        </nav>
        </div>
        </header>
        <main id="main">
        {Body}</main>
        <footer class="bottom">
        <div class="bottom-inner">
        <nav aria-label="About"><a href="/docs">API</a> <a href="/openapi/v1.json">OpenAPI</a></nav>
        <p id="shortcuts" hidden><span>Keys: <kbd>/</kbd> search, <kbd>↑</kbd> <kbd>↓</kbd> results, <kbd>Enter</kbd> read.</span> <button type="button" id="shortcuts-toggle" aria-pressed="true">Keys on</button></p>
        </div>
        </footer>
        </body>
        </html>

        """);
}
