using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>No rule of WCAG 2.2 AA is broken in any state, light or dark.</summary>
public sealed class AccessibilityTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string IsDark = @"() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).every(c => +c < 100)";

    public static TheoryData<string> States { get; } = new(PageState.Names);

    [Theory]
    [MemberData(nameof(States))]
    public async Task Page_EveryState_BreaksNoRule(string state)
    {
        Visitor visitor = await VisitAsync();
        await PageState.Of(state).ReachAsync(visitor);

        (await Accessibility.FaultsAsync(visitor)).ShouldBeEmpty();
        (await visitor.EvaluateAsync<bool>(IsDark)).ShouldBeFalse();

        // Dark is the same page in other colours.
        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        (await visitor.EvaluateAsync<bool>(IsDark)).ShouldBeTrue();
        (await Accessibility.ColourFaultsAsync(visitor)).ShouldBeEmpty();
    }
}
