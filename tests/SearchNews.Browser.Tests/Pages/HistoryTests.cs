namespace SearchNews.Browser.Tests.Pages;

/// <summary>Back and forward go through what was asked, one step a question.</summary>
public sealed class HistoryTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task BackAndForward_AfterTypingAndFiltering_ShowEachStep()
    {
        Visitor visitor = await OpenAsync("/");
        string latest = await Hits.FirstTitleAsync(visitor);
        await visitor.Page.Locator("#q").PressSequentiallyAsync("moon");
        await Until.CountAsync(visitor, "moon");
        string moon = await visitor.Page.Locator("#count").InnerTextAsync();
        var box = visitor.Page.Locator("#facet-provider input[type=checkbox]").First;
        string provider = await box.InputValueAsync();
        await box.CheckAsync();
        await visitor.Page.Locator(".chip").First.WaitForAsync();
        string filtered = await visitor.Page.Locator("#count").InnerTextAsync();

        await visitor.Page.GoBackAsync();
        await Until.AddressAsync(visitor, "site", null);
        await Until.TrueAsync(visitor, "text => document.getElementById('count').innerText === text", moon);
        (await visitor.Page.Locator("#facet-provider input:checked").CountAsync()).ShouldBe(0);

        // The letters of one word are one step.
        await visitor.Page.GoBackAsync();
        await Until.AddressAsync(visitor, "q", null);
        await Until.TrueAsync(visitor, "title => document.querySelector('.hit .read').innerText === title", latest);
        (await visitor.Page.Locator("#q").InputValueAsync()).ShouldBe("");

        await visitor.Page.GoForwardAsync();
        await Until.TrueAsync(visitor, "text => document.getElementById('count').innerText === text", moon);
        (await visitor.Page.Locator("#q").InputValueAsync()).ShouldBe("moon");

        await visitor.Page.GoForwardAsync();
        await Until.AddressAsync(visitor, "site", provider);
        await Until.TrueAsync(visitor, "text => document.getElementById('count').innerText === text", filtered);
    }

    [Fact]
    public async Task Back_FromAnArticle_IsWhereOneWas()
    {
        Visitor visitor = await OpenAsync("/?size=50");
        await visitor.Page.RouteAsync(url => url.Contains(".example/", StringComparison.Ordinal) && !url.Contains("images.example", StringComparison.Ordinal), route =>
            route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>elsewhere</title>" }));
        var link = visitor.Page.Locator(".hit h2 a").Nth(20);
        await link.ScrollIntoViewIfNeededAsync();
        double scrolled = await visitor.EvaluateAsync<double>("() => scrollY");
        scrolled.ShouldBeGreaterThan(500);

        await link.ClickAsync();
        await visitor.Page.WaitForURLAsync(url => !url.StartsWith(visitor.Address.AbsoluteUri, StringComparison.Ordinal));
        await visitor.Page.GoBackAsync();

        await Until.TrueAsync(visitor, "y => Math.abs(scrollY - y) < 5", scrolled);
    }

    [Fact]
    public async Task Pager_Next_StartsAtTheTop()
    {
        Visitor visitor = await OpenAsync("/");

        await visitor.Page.Locator(".pager a[rel=next]").ClickAsync();
        await Until.AddressAsync(visitor, "page", "2");
        await visitor.Page.Locator("#count", new() { HasTextString = "page 2" }).WaitForAsync();

        (await visitor.EvaluateAsync<double>("() => scrollY")).ShouldBe(0);
        await visitor.Page.GoBackAsync();
        await Until.AddressAsync(visitor, "page", null);
    }
}
