using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>No rule of WCAG 2.2 AA is broken in any state, light or dark.</summary>
public sealed class AccessibilityTests(BrowserFixture browser) : BrowserTest(browser)
{
    public static TheoryData<string, ColorScheme> States { get; } = new(PageState.Names.SelectMany(n => new[] { (n, ColorScheme.Light), (n, ColorScheme.Dark) }));

    [Theory]
    [MemberData(nameof(States))]
    public async Task Page_EveryState_BreaksNoRule(string state, ColorScheme scheme)
    {
        Visitor visitor = await VisitAsync(new VisitorOptions { Scheme = scheme });
        await PageState.Of(state).ReachAsync(visitor);

        (await Accessibility.FaultsAsync(visitor)).ShouldBeEmpty();
    }
}
