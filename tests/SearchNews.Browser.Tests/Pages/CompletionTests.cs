using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>The list below the box: chosen from by mouse and keys.</summary>
public sealed class CompletionTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Completions_Clicked_SearchForThem()
    {
        Visitor visitor = await VisitAsync();
        await Completions.OpenAsync(visitor, "/", "voya");
        ILocator option = visitor.Page.Locator("[role=option]").First;
        string text = await option.Locator("span").First.InnerTextAsync();

        await option.ClickAsync();
        await Until.AddressAsync(visitor, "q", text);
        await Until.CountAsync(visitor, text);

        (await visitor.Page.Locator("#q").InputValueAsync()).ShouldBe(text);
        (await visitor.Page.Locator("[role=listbox]").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Completions_ArrowsAndEnter_SearchForTheChosen()
    {
        Visitor visitor = await VisitAsync();
        await Completions.OpenAsync(visitor, "/", "ma");
        ILocator box = visitor.Page.Locator("#q");
        ILocator second = visitor.Page.Locator("[role=option]").Nth(1);
        string text = await second.Locator("span").First.InnerTextAsync();

        await box.PressAsync("ArrowDown");
        await box.PressAsync("ArrowDown");
        (await second.GetAttributeAsync("aria-selected")).ShouldBe("true");
        (await box.GetAttributeAsync("aria-activedescendant")).ShouldBe(await second.GetAttributeAsync("id"));
        (await box.InputValueAsync()).ShouldBe(text);
        await box.PressAsync("Enter");

        await Until.AddressAsync(visitor, "q", text);
        await Until.CountAsync(visitor, text);
    }

    [Fact]
    public async Task Completions_Escape_BringsBackWhatWasTyped()
    {
        Visitor visitor = await VisitAsync();
        await Completions.OpenAsync(visitor, "/", "voya");
        ILocator box = visitor.Page.Locator("#q");
        (await box.GetAttributeAsync("aria-expanded")).ShouldBe("true");

        await box.PressAsync("ArrowDown");
        await box.PressAsync("Escape");

        (await box.InputValueAsync()).ShouldBe("voya");
        (await box.GetAttributeAsync("aria-expanded")).ShouldBe("false");
        (await visitor.Page.Locator("[role=listbox]").IsVisibleAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Completions_ArrowsPastTheEnds_ComeBackToWhatWasTyped()
    {
        Visitor visitor = await VisitAsync();
        await Completions.OpenAsync(visitor, "/", "voya");
        ILocator box = visitor.Page.Locator("#q");
        int count = await visitor.Page.Locator("[role=option]").CountAsync();

        await box.PressAsync("ArrowUp");
        (await visitor.Page.Locator("[role=option]").Nth(count - 1).GetAttributeAsync("aria-selected")).ShouldBe("true");
        await box.PressAsync("ArrowDown");

        (await box.InputValueAsync()).ShouldBe("voya");
        (await visitor.Page.Locator("[role=option][aria-selected=true]").CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("voya", "voyager")]
    [InlineData("moon la", "moon landing")]
    [InlineData("voyagre", "voyager")]
    public async Task Completions_Typed_OfferWhatTheServiceSuggests(string typed, string meant)
    {
        Visitor visitor = await VisitAsync();
        await Completions.OpenAsync(visitor, "/", typed);

        string[] offered = [.. await visitor.Page.Locator("[role=option]:not(.headline) span:first-child").AllInnerTextsAsync()];

        offered.ShouldContain(meant);
        (await visitor.Page.Locator("[role=option] .n").First.InnerTextAsync()).ShouldMatch("^[0-9,]+$");
    }

    [Fact]
    public async Task Completions_HeadlineClicked_FindsItsArticle()
    {
        Visitor visitor = await VisitAsync();
        await Completions.OpenAsync(visitor, "/", "voyager 1");
        ILocator headline = visitor.Page.Locator("[role=option].headline").First;
        string title = await headline.InnerTextAsync();

        await headline.ClickAsync();
        await Until.AddressAsync(visitor, "q", title);
        await Until.CountAsync(visitor, title);

        (await Hits.FirstTitleAsync(visitor)).ShouldBe(title);
    }

    [Fact]
    public async Task Completions_HostileTexts_AreText()
    {
        Visitor visitor = await VisitAsync();
        await Completions.OpenFixedAsync(visitor, "/", "<");

        (await visitor.Page.Locator("[role=option]").CountAsync()).ShouldBePositive();
        (await visitor.Page.Locator("[role=listbox] :is(img, script, svg, b)").CountAsync()).ShouldBe(0);
        await visitor.ShouldViolateNoPolicyAsync();
    }
}
