using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>Facets, dates, order and ranking, each at work as soon as it is chosen.</summary>
public sealed class FilterTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Facet_Ticked_FiltersAndChipUndoesIt()
    {
        Visitor visitor = await OpenAsync("/?q=moon&group=none");
        string before = await visitor.Page.Locator("#count").InnerTextAsync();
        ILocator box = visitor.Page.Locator("#facet-provider input[type=checkbox]").First;
        string provider = (await box.GetAttributeAsync("value")).ShouldNotBeNull();
        string count = await visitor.Page.Locator("#facet-provider .n").First.InnerTextAsync();

        await box.CheckAsync();
        await Until.AddressAsync(visitor, "site", provider);
        await Until.CountAsync(visitor, count + " articles");

        ILocator chip = visitor.Page.Locator(".chip", new PageLocatorOptions { HasTextString = provider });
        await chip.WaitForAsync();
        (await visitor.EvaluateAsync<string>("() => document.activeElement.value")).ShouldBe(provider);
        await chip.ClickAsync();

        await Until.AddressAsync(visitor, "site", null);
        await Until.CountAsync(visitor, before);
    }

    [Fact]
    public async Task Facets_TwoOfAField_AreAlternatives()
    {
        Visitor visitor = await OpenAsync("/?q=moon&group=none");
        ILocator boxes = visitor.Page.Locator("#facet-topic input[type=checkbox]");
        string[] topics = [await boxes.Nth(0).InputValueAsync(), await boxes.Nth(1).InputValueAsync()];

        await visitor.Page.Locator($"#facet-topic input[value='{topics[0]}']").CheckAsync();
        await Until.AddressAsync(visitor, "topic", topics[0]);
        await visitor.Page.Locator(".chip", new PageLocatorOptions { HasTextString = topics[0] }).WaitForAsync();
        await visitor.Page.Locator($"#facet-topic input[value='{topics[1]}']").CheckAsync();
        await visitor.Page.Locator(".chip", new PageLocatorOptions { HasTextString = topics[1] }).WaitForAsync();

        (await visitor.EvaluateAsync<string[]>("() => new URLSearchParams(location.search).getAll('topic')")).ShouldBe(topics, ignoreOrder: true);
        (await Hits.Of(visitor).CountAsync()).ShouldBePositive();
    }

    [Fact]
    public async Task Dates_Chosen_LimitTheList()
    {
        Visitor visitor = await OpenAsync("/?q=moon&group=none");

        await visitor.Page.Locator("#from").FillAsync("2019-01-01");
        await Until.AddressAsync(visitor, "from", "2019-01-01");
        await visitor.Page.Locator(".chip", new PageLocatorOptions { HasTextString = "2019-01-01" }).WaitForAsync();
        await visitor.Page.Locator("#to").FillAsync("2022-12-31");
        await visitor.Page.Locator(".chip", new PageLocatorOptions { HasTextString = "2022-12-31" }).WaitForAsync();

        string[] dates = await Hits.DatesAsync(visitor);
        dates.ShouldNotBeEmpty();
        dates.ShouldAllBe(d => string.CompareOrdinal(d, "2019") > 0 && string.CompareOrdinal(d, "2023") < 0);
    }

    [Theory]
    [InlineData("newest")]
    [InlineData("oldest")]
    public async Task Sort_Chosen_OrdersByDate(string sort)
    {
        Visitor visitor = await OpenAsync("/?q=moon&group=none");

        await visitor.Page.Locator("#sort").FocusAsync();
        await visitor.Page.Locator("#sort").SelectOptionAsync(sort);
        await Until.AddressAsync(visitor, "sort", sort);
        await Until.TrueAsync(visitor, "() => document.querySelector('#results').getAttribute('aria-busy') !== 'true'");

        string[] dates = await Hits.DatesAsync(visitor);
        dates.Length.ShouldBeGreaterThan(3);
        dates.ShouldBe(sort == "oldest" ? dates.Order(StringComparer.Ordinal) : dates.OrderDescending(StringComparer.Ordinal));
        (await visitor.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("sort");
    }

    [Fact]
    public async Task Profile_Chosen_RanksAnew()
    {
        Visitor visitor = await OpenAsync("/?q=moon&group=none&size=50");
        string[] before = await TitlesAsync(visitor);
        ILocator profile = visitor.Page.Locator("#profile");
        (await profile.Locator("option").CountAsync()).ShouldBeGreaterThan(1);

        await profile.SelectOptionAsync("fresh");
        await Until.AddressAsync(visitor, "profile", "fresh");
        await Until.TrueAsync(visitor, "() => document.querySelector('#results').getAttribute('aria-busy') !== 'true'");

        (await TitlesAsync(visitor)).ShouldNotBe(before);
        (await visitor.Page.Locator("#profile").InputValueAsync()).ShouldBe("fresh");
    }

    [Fact]
    public async Task Address_Shared_ShowsTheSame()
    {
        const string Address = "/?q=moon&site=orbit-daily.example&from=2005-01-01&sort=oldest&group=none";
        Visitor visitor = await OpenAsync(Address);

        (await visitor.Page.Locator("#q").InputValueAsync()).ShouldBe("moon");
        (await visitor.Page.Locator("#sort").InputValueAsync()).ShouldBe("oldest");
        (await visitor.Page.Locator("#group").InputValueAsync()).ShouldBe("none");
        (await visitor.Page.Locator("#from").InputValueAsync()).ShouldBe("2005-01-01");
        (await visitor.Page.Locator("#facet-provider input:checked").InputValueAsync()).ShouldBe("orbit-daily.example");
        (await visitor.Page.Locator("link[type='application/rss+xml']").GetAttributeAsync("href")).ShouldNotBeNull().ShouldContain("site=orbit-daily.example");
    }

    private static Task<string[]> TitlesAsync(Visitor visitor) => visitor.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.hit .read')].map(a => a.textContent)");
}
