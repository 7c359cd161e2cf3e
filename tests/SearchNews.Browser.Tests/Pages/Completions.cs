using System.Text.Json;
using System.Web;
using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>Opens the list of completions: those of the service, or answers that are always the same, longer and worse than those of the sample articles.</summary>
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

    /// <summary>Opens a page, types into its box and waits for the list of those answers.</summary>
    public static async Task OpenFixedAsync(Visitor visitor, string target, string text)
    {
        await visitor.Page.RouteAsync("**/v1/suggest?*", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "application/json; charset=utf-8", Body = Answer(route.Request.Url) }));
        await OpenAsync(visitor, target, text);
    }

    /// <summary>Opens a page, types into its box and waits for the list of what the service suggests for all of that text.</summary>
    public static async Task OpenAsync(Visitor visitor, string target, string text)
    {
        await visitor.OpenAsync(target);
        await visitor.Page.Locator("#q").FillAsync("");
        Task<IResponse> last = visitor.Page.WaitForResponseAsync(response => IsFor(response.Url, text));
        await visitor.Page.Locator("#q").PressSequentiallyAsync(text);
        string[] expected = [.. JsonDocument.Parse(await (await last).TextAsync()).RootElement.GetProperty("suggestions").EnumerateArray().Select(s => s.GetProperty("text").GetString()!).Where(t => t != text)];
        await Until.TrueAsync(visitor, "texts => { const shown = [...document.querySelectorAll('[role=listbox] [role=option]')].map(o => o.dataset.text); return shown.length > 0 && shown.join('\\n') === texts.join('\\n'); }", expected);
    }

    private static bool IsFor(string url, string text) =>
        new Uri(url).AbsolutePath == "/v1/suggest" && HttpUtility.ParseQueryString(new Uri(url).Query)["q"] == text;

    private static string Answer(string url)
    {
        string start = HttpUtility.ParseQueryString(new Uri(url).Query)["q"] ?? "";
        var suggestions = Terms.Select((text, i) => new { text, kind = "term", id = (string?)null, count = 40 - i }).Concat(Headlines.Select(text => new { text, kind = "headline", id = (string?)PageState.Voyager, count = 1 }))
            .Where(s => s.text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return JsonSerializer.Serialize(new { suggestions });
    }
}
