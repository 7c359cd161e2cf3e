using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>The states of the page that are looked at for layout, accessibility and screenshots, and the way to each.</summary>
internal sealed record PageState(string Name, string Target, Func<Visitor, Task>? Act = null, int Status = 200)
{
    /// <summary>An article that is of a story of several.</summary>
    public const string Voyager = "2024-04-22-voyager-1-sends-readable-data-to-earth-again-after-five-months";

    private static readonly Dictionary<string, PageState> ByName = new PageState[]
    {
        new("latest", "/"),
        new("results", "/?q=mars"),
        new("filtered", "/?q=moon&site=orbit-daily.example&from=2004-01-01&sort=newest"),
        new("corrected", "/?q=hubbel"),
        new("completions", "/?q=moon") { Reach = v => Completions.OpenAsync(v, "/?q=moon", "voya") },
        new("long-completions", "/?q=moon") { Reach = v => Completions.OpenFixedAsync(v, "/?q=moon", "mar") },
        new("story", "/?q=voyager", v => OpenPartAsync(v, "story")),
        new("similar", "/?q=voyager", v => OpenPartAsync(v, "similar")),
        new("why", "/?q=voyager", v => OpenPartAsync(v, "why")),
        new("stories", "/stories"),
        new("story-page", $"/story?id={Voyager}"),
        new("similar-page", $"/similar?id={Voyager}"),
        new("why-page", $"/why?q=voyager&id={Voyager}"),
        new("nothing", "/?q=zzzqqqxx&site=orbit-daily.example"),
        new("error", "/?q=mars&size=0", Status: 400),
        new("missing", "/story?id=no-such-article", Status: 404),
    }.ToDictionary(s => s.Name, StringComparer.Ordinal);

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>One of them.</summary>
    public static PageState Of(string name) => ByName[name];

    /// <summary>Another way there than opening the address and acting; or null.</summary>
    public Func<Visitor, Task>? Reach { get; init; }

    /// <summary>Brings a visitor there.</summary>
    public async Task ReachAsync(Visitor visitor)
    {
        if (Reach is not null)
        {
            await Reach(visitor);
            return;
        }

        await visitor.OpenAsync(Target, Status);
        if (Act is not null) await Act(visitor);
    }

    /// <summary>Opens a part of the first hit that has it and waits for what it shows; gives its panel's id.</summary>
    public static async Task<string> OpenPartAsync(Visitor visitor, string part)
    {
        ILocator link = visitor.Page.Locator($".part-link[data-part={part}]").First;
        string panel = (await link.GetAttributeAsync("data-panel")).ShouldNotBeNull();
        await Layout.ShiftOnDemandAsync(visitor, async () =>
        {
            await link.ClickAsync();
            await Until.TrueAsync(visitor, "id => { const p = document.getElementById(id); return p && !p.hidden && p.getAttribute('aria-busy') !== 'true' && p.textContent.trim().length > 40; }", panel);
        });
        return panel;
    }
}
