using System.Text.Json;
using System.Web;
using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>Opens the list of completions over answers that are always the same, in the form of <c>/v1/suggest</c>.</summary>
internal static class Completions
{
    private static readonly string[] Terms =
    [
        "mars", "mars rover", "mars helicopter", "marsquake", "market", "mariner", "maritime", "margin", "voyager", "voyager 1", "voyager 2", "moon", "moon landing",
        "<img src=x onerror=alert(1)>", "<b>bold</b>", "<script>alert(1)</script>",
    ];

    private static readonly string[] Headlines =
    [
        "Mars rover Perseverance lands in Jezero Crater with helicopter aboard after a journey of seven months and nearly half a billion kilometres",
        "Voyager 1 sends readable data to Earth again after five months",
    ];

    /// <summary>Opens a page, types into its box and waits for the list.</summary>
    public static async Task OpenAsync(Visitor visitor, string target, string text)
    {
        await visitor.Page.RouteAsync("**/v1/suggest?*", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json; charset=utf-8", Body = Answer(route.Request.Url) }));
        await visitor.Page.RouteAsync(url => url == new Uri(visitor.Address, target).AbsoluteUri, OfferAsync);
        await visitor.OpenAsync(target);
        await visitor.Page.Locator("#q").FillAsync("");
        await visitor.Page.Locator("#q").PressSequentiallyAsync(text);
        await visitor.Page.Locator("[role=listbox] [role=option]").First.WaitForAsync();
    }

    // A service without completions does not say where to ask for them.
    private static async Task OfferAsync(IRoute route)
    {
        if (route.Request.ResourceType != "document")
        {
            await route.FallbackAsync();
            return;
        }

        IAPIResponse response = await route.FetchAsync();
        string page = await response.TextAsync();
        await route.FulfillAsync(new RouteFulfillOptions { Response = response, Body = page.Replace("data-suggest=\"\"", "data-suggest=\"/v1/suggest\"", StringComparison.Ordinal) });
    }

    private static string Answer(string url)
    {
        string start = HttpUtility.ParseQueryString(new Uri(url).Query)["q"] ?? "";
        var suggestions = Terms.Select((text, i) => new { text, kind = "term", id = (string?)null, count = 40 - i }).Concat(Headlines.Select(text => new { text, kind = "headline", id = (string?)PageState.Voyager, count = 1 }))
            .Where(s => s.text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return JsonSerializer.Serialize(new { suggestions });
    }
}
