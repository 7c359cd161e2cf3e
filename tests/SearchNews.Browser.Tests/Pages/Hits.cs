using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>What a visitor reads off the list of results.</summary>
internal static class Hits
{
    /// <summary>The headline of the first.</summary>
    public static Task<string> FirstTitleAsync(Visitor visitor) => visitor.Page.Locator(".hit .read").First.InnerTextAsync();

    /// <summary>When each was published, in ISO form.</summary>
    public static Task<string[]> DatesAsync(Visitor visitor) => visitor.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.hit > article > .hit-main > .byline time')].map(t => t.dateTime)");

    /// <summary>What is marked in them as found.</summary>
    public static Task<string[]> MarkedAsync(Visitor visitor) => visitor.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.hit mark')].map(m => m.textContent)");

    /// <summary>All of them.</summary>
    public static ILocator Of(Visitor visitor) => visitor.Page.Locator(".hit");
}
