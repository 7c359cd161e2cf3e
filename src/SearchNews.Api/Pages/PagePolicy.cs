namespace SearchNews.Api.Pages;

/// <summary>What a browser may do on a page: load our own scripts and styles, ask this service, and show images of articles from the web; nothing inline.</summary>
internal static class PagePolicy
{
    public const string Value =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types searchnews";
}
