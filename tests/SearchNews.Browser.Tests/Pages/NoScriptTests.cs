using System.Web;
using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>A browser that runs no script: everything is a link or a form.</summary>
public sealed class NoScriptTests(BrowserFixture browser) : BrowserTest(browser)
{
    private static readonly VisitorOptions Plain = new() { Scripts = false };

    [Fact]
    public async Task Search_TypedAndSent_ShowsHits()
    {
        Visitor visitor = await OpenAsync("/", Plain);

        await visitor.Page.Locator("#q").FillAsync("voyager");
        await visitor.Page.Locator("#q").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/?q=voyager*");

        (await visitor.Page.Locator(".hit").CountAsync()).ShouldBePositive();
        (await Hits.FirstTitleAsync(visitor)).ShouldContain("Voyager");
        (await visitor.Page.Locator(".hit .read mark").First.InnerTextAsync()).ShouldBe("Voyager");
        (await visitor.Page.TitleAsync()).ShouldStartWith("voyager");
    }

    [Fact]
    public async Task Facet_TickedAndApplied_Filters()
    {
        Visitor visitor = await OpenAsync("/?q=moon", Plain);
        ILocator box = visitor.Page.Locator("#facet-provider input[type=checkbox]").First;
        string provider = (await box.GetAttributeAsync("value")).ShouldNotBeNull();

        await box.CheckAsync();
        await visitor.Page.Locator("#filters button[type=submit]").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/?*site=*");

        HttpUtility.ParseQueryString(new Uri(visitor.Page.Url).Query)["site"].ShouldBe(provider);
        HttpUtility.ParseQueryString(new Uri(visitor.Page.Url).Query)["q"].ShouldBe("moon");
        (await visitor.Page.Locator("#facet-provider input[type=checkbox]:checked").CountAsync()).ShouldBe(1);
        (await visitor.Page.Locator(".chips").InnerTextAsync()).ShouldContain(provider);
    }

    [Fact]
    public async Task SortAndDates_ChosenAndSent_OrderAndFilter()
    {
        Visitor visitor = await OpenAsync("/?q=moon&group=none", Plain);

        await visitor.Page.Locator("#sort").SelectOptionAsync("oldest");
        await visitor.Page.Locator("#from").FillAsync("2019-01-01");
        await visitor.Page.Locator("#to").FillAsync("2022-12-31");
        await visitor.Page.Locator("#search-form button[type=submit]").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/?*from=2019-01-01*");

        string[] dates = await Hits.DatesAsync(visitor);
        dates.ShouldNotBeEmpty();
        dates.ShouldBe(dates.Order(StringComparer.Ordinal));
        dates.ShouldAllBe(d => string.CompareOrdinal(d, "2019") > 0 && string.CompareOrdinal(d, "2023") < 0);
    }

    [Fact]
    public async Task Pager_NextAndPrevious_WalkTheList()
    {
        Visitor visitor = await OpenAsync("/", Plain);
        string first = await Hits.FirstTitleAsync(visitor);

        await visitor.Page.Locator(".pager a[rel=next]").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/?page=2");
        (await Hits.FirstTitleAsync(visitor)).ShouldNotBe(first);
        await visitor.Page.Locator(".pager a[rel=prev]").ClickAsync();

        await visitor.Page.WaitForURLAsync(visitor.Address.AbsoluteUri);
        (await Hits.FirstTitleAsync(visitor)).ShouldBe(first);
    }

    [Theory]
    [InlineData("story", "/story?id=")]
    [InlineData("similar", "/similar?id=")]
    [InlineData("why", "/why?")]
    public async Task PartLinks_Followed_LeadToPagesOfTheirOwn(string part, string address)
    {
        Visitor visitor = await OpenAsync("/?q=voyager", Plain);

        await visitor.Page.Locator($"a[data-part={part}]").First.ClickAsync();
        await visitor.Page.WaitForURLAsync(url => new Uri(url).PathAndQuery.StartsWith(address, StringComparison.Ordinal));

        (await visitor.Page.Locator("main h1").CountAsync()).ShouldBe(1);
        (await visitor.Page.Locator("main").InnerTextAsync()).ShouldContain("Voyager");
    }

    [Fact]
    public async Task Spelling_Mistyped_OffersTheOther()
    {
        Visitor visitor = await OpenAsync("/?q=hubbel", Plain);

        await visitor.Page.Locator(".notice a", new PageLocatorOptions { HasTextString = "hubble" }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/?q=hubble*");

        (await Hits.FirstTitleAsync(visitor)).ShouldContain("Hubble");
    }
}
