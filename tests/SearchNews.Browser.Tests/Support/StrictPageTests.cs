using Microsoft.Playwright;

namespace SearchNews.Browser.Tests;

/// <summary>The tests' own tools work on a page whose policy forbids inline scripts and strings that become code.</summary>
public sealed class StrictPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types page";

    [Fact]
    public async Task Accessibility_PageWithFaults_NamesThem()
    {
        Visitor visitor = await ShowAsync("<!doctype html><html lang=en><title>t</title><main><h1>Heading</h1><input><p aria-hidden=maybe>x</p></main>");

        string[] faults = await Accessibility.FaultsAsync(visitor);

        faults.ShouldContain(f => f.StartsWith("label:", StringComparison.Ordinal));
        faults.ShouldContain(f => f.StartsWith("aria-valid-attr-value:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Accessibility_SoundPage_Passes()
    {
        Visitor visitor = await ShowAsync("<!doctype html><html lang=en><title>t</title><main><h1>Heading</h1><p>Text</p></main>");

        (await Accessibility.FaultsAsync(visitor)).ShouldBeEmpty();
        (await Layout.FaultsAsync(visitor)).ShouldBeEmpty();
        (await Layout.ShiftAsync(visitor)).ShouldBe(0);
    }

    [Fact]
    public async Task Layout_PageWithFaults_NamesThem()
    {
        Visitor visitor = await ShowAsync("<!doctype html><html lang=en><title>t</title><main><h1>Heading</h1><button>" + new string('x', 4_000) + "</button><table><tr><td><font size=7>a</font></table></main>");

        string[] faults = await Layout.FaultsAsync(visitor);

        faults.ShouldContain(f => f.StartsWith("scrolls sideways", StringComparison.Ordinal));
        faults.ShouldContain(f => f.StartsWith("outside: button", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Census_HostileMarkup_NamesIt()
    {
        Visitor visitor = await ShowAsync("<!doctype html><html lang=en><title>t</title><main><template><a href=\"javascript:1\">x</a><iframe srcdoc=x></iframe><b id=ran>x</b></template></main>");

        Hostile.Census census = await Hostile.Census.TakeAsync(visitor);

        census.Counts["b[id]"].ShouldBe(1);
        census.Counts["id=ran"].ShouldBe(1);
        census.Faults.ShouldContain(f => f.Contains("javascript:1", StringComparison.Ordinal));
        census.Faults.ShouldContain(f => f.Contains("srcdoc", StringComparison.Ordinal));
    }

    private async Task<Visitor> ShowAsync(string html)
    {
        Visitor visitor = await VisitAsync();
        await visitor.Page.RouteAsync("**/strict", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Security-Policy"] = Policy, ["Content-Type"] = "text/html; charset=utf-8" },
            Body = html,
        }));
        await visitor.OpenAsync("/strict");
        return visitor;
    }
}
