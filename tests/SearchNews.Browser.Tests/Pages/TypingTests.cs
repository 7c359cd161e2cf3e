using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>Search as one types.</summary>
public sealed class TypingTests(BrowserFixture browser) : BrowserTest(browser)
{
    private readonly BrowserFixture _browser = browser;

    [Fact]
    public async Task Type_WordInBox_ResultsFollowInPlace()
    {
        Visitor visitor = await OpenAsync("/");
        await visitor.Page.EvaluateAsync("() => { window.__same = true; }");

        await visitor.Page.Locator("#q").PressSequentiallyAsync("voyager");
        await Until.CountAsync(visitor, "voyager");

        await Until.AddressAsync(visitor, "q", "voyager");
        (await visitor.EvaluateAsync<bool>("() => window.__same === true")).ShouldBeTrue();
        (await visitor.Page.TitleAsync()).ShouldStartWith("voyager");
        (await Hits.FirstTitleAsync(visitor)).ShouldContain("Voyager");
        (await visitor.EvaluateAsync<bool>("() => document.activeElement.id === 'q' && document.activeElement.selectionStart === 7")).ShouldBeTrue();
    }

    [Fact]
    public async Task Type_OtherWord_ItsWordsAreMarked()
    {
        Visitor visitor = await OpenAsync("/?q=moon+landing");
        string[] before = await Hits.MarkedAsync(visitor);

        await visitor.Page.Locator("#q").FillAsync("voyager");
        await Until.CountAsync(visitor, "voyager");

        before.ShouldNotBeEmpty();
        before.ShouldAllBe(text => text.StartsWith("moon", StringComparison.OrdinalIgnoreCase) || text.StartsWith("land", StringComparison.OrdinalIgnoreCase));
        before.ShouldContain(text => text.StartsWith("moon", StringComparison.OrdinalIgnoreCase));
        before.ShouldContain(text => text.StartsWith("land", StringComparison.OrdinalIgnoreCase));
        string[] after = await Hits.MarkedAsync(visitor);
        after.ShouldNotBeEmpty();
        after.ShouldAllBe(text => text.StartsWith("voyager", StringComparison.OrdinalIgnoreCase));
        (await visitor.Page.Locator(".hit .read mark").First.InnerTextAsync()).ShouldBe("Voyager");
    }

    [Fact]
    public async Task Type_OlderAnswerComesLast_NewerStays()
    {
        Visitor visitor = await OpenAsync("/");
        var held = new TaskCompletionSource();
        await visitor.Page.RouteAsync(url => url.EndsWith("/?q=mars", StringComparison.Ordinal), async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        Task<IRequest> older = visitor.Page.WaitForRequestAsync("**/?q=mars");
        await visitor.Page.Locator("#q").PressSequentiallyAsync("mars");
        await older;

        await visitor.Page.Locator("#q").FillAsync("voyager");
        await Until.CountAsync(visitor, "voyager");
        held.SetResult();
        await Until.SettledAsync(visitor);

        (await visitor.Page.Locator("#count").InnerTextAsync()).ShouldContain("voyager");
        (await Hits.FirstTitleAsync(visitor)).ShouldContain("Voyager");
        await Until.AddressAsync(visitor, "q", "voyager");
    }

    [Fact]
    public async Task Spelling_Mistyped_OneClickTakesTheOther()
    {
        Visitor visitor = await OpenAsync("/?q=hubbel");

        await visitor.Page.Locator(".notice a", new PageLocatorOptions { HasTextString = "hubble" }).ClickAsync();

        await Until.AddressAsync(visitor, "q", "hubble");
        await Until.CountAsync(visitor, "hubble");
        (await visitor.Page.Locator("#q").InputValueAsync()).ShouldBe("hubble");
    }

    [Fact]
    public async Task Type_ServiceIsGone_SaysSoAndTriesAgain()
    {
        // The browser tells the console of failed requests itself.
        await using Visitor visitor = await _browser.VisitAsync(await AddressAsync(), new VisitorOptions());
        await visitor.OpenAsync("/?q=mars");
        int before = await Hits.Of(visitor).CountAsync();
        await visitor.Page.RouteAsync("**/?q=voyager", route => route.AbortAsync());

        await visitor.Page.Locator("#q").FillAsync("voyager");
        ILocator notice = visitor.Page.Locator("[role=alert]");
        await notice.WaitForAsync();
        (await Hits.Of(visitor).CountAsync()).ShouldBe(before);
        await visitor.Page.UnrouteAsync("**/?q=voyager");

        // Completions, which were served, lie over the button until the box is left.
        await visitor.Page.Locator("#q").BlurAsync();
        await notice.GetByRole(AriaRole.Button).ClickAsync();

        await Until.CountAsync(visitor, "voyager");
        (await notice.CountAsync()).ShouldBe(0);
    }
}
