namespace SearchNews.Browser.Tests.Pages;

/// <summary>Nothing overlaps, spills or scrolls sideways, on a telephone as on a wide screen.</summary>
public sealed class LayoutTests(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>Layout shift that people do not notice; source: web.dev/cls, "good".</summary>
    private const double GoodShift = 0.1;

    private const int Telephone = 360;

    public static TheoryData<string, int> States { get; } = new(PageState.Names.SelectMany(n => new[] { (n, Telephone), (n, 768), (n, 1440) }));

    [Theory]
    [MemberData(nameof(States))]
    public async Task Page_EveryState_IsSoundAndStandsStill(string state, int width)
    {
        Visitor visitor = await VisitAsync(new VisitorOptions { Width = width, Height = width == Telephone ? 740 : 900 });
        await PageState.Of(state).ReachAsync(visitor);

        (await Layout.FaultsAsync(visitor)).ShouldBeEmpty();
        (await Layout.ShiftAsync(visitor)).ShouldBeLessThan(GoodShift, string.Join('\n', await Layout.ShiftedAsync(visitor)));
    }

    [Fact]
    public async Task Page_TextTwiceAsLarge_IsSound()
    {
        // WCAG 1.4.4: text of 200 %, nothing lost.
        Visitor visitor = await OpenAsync("/?q=mars");
        await visitor.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");

        (await Layout.FaultsAsync(visitor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Typing_LetterByLetter_NothingJumps()
    {
        Visitor visitor = await OpenAsync("/");
        await visitor.Page.Locator("#q").PressSequentiallyAsync("mars rover", new() { Delay = 120 });
        await Until.AddressAsync(visitor, "q", "mars rover");
        await Until.SettledAsync(visitor);

        (await Layout.ShiftAsync(visitor)).ShouldBeLessThan(GoodShift, string.Join('\n', await Layout.ShiftedAsync(visitor)));
    }
}
