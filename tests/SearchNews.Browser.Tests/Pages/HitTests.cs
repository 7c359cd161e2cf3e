using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>What opens below a hit: its story, similar articles, why it is there; and its image.</summary>
public sealed class HitTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData("story", 2)]
    [InlineData("similar", 1)]
    public async Task Part_Opened_ListsArticlesInPlace(string part, int atLeast)
    {
        Visitor visitor = await OpenAsync("/?q=voyager");
        string address = visitor.Page.Url;

        string panel = await PageState.OpenPartAsync(visitor, part);

        (await visitor.Page.Locator($"#{panel} .read").CountAsync()).ShouldBeGreaterThanOrEqualTo(atLeast);
        visitor.Page.Url.ShouldBe(address);
    }

    [Fact]
    public async Task Part_OpenedAgain_Closes()
    {
        Visitor visitor = await OpenAsync("/?q=voyager");
        string panel = await PageState.OpenPartAsync(visitor, "similar");
        ILocator link = visitor.Page.Locator(".part-link[data-part=similar]").First;
        (await link.GetAttributeAsync("aria-expanded")).ShouldBe("true");

        await link.ClickAsync();

        (await visitor.Page.Locator("#" + panel).IsVisibleAsync()).ShouldBeFalse();
        (await link.GetAttributeAsync("aria-expanded")).ShouldBe("false");
    }

    [Fact]
    public async Task Part_AnotherOpened_TakesItsPlace()
    {
        Visitor visitor = await OpenAsync("/?q=voyager");
        string panel = await PageState.OpenPartAsync(visitor, "similar");
        string similar = await visitor.Page.Locator("#" + panel).InnerTextAsync();

        (await PageState.OpenPartAsync(visitor, "why")).ShouldBe(panel);
        await Until.TrueAsync(visitor, "([id, before]) => document.getElementById(id).innerText !== before", new[] { panel, similar });

        (await visitor.Page.Locator(".hit").First.Locator(".part-link[aria-expanded=true]").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Why_Opened_TellsPartsThatAddUp()
    {
        Visitor visitor = await OpenAsync("/?q=voyager&explain=0");
        string id = (await Hits.Of(visitor).First.GetAttributeAsync("data-id")).ShouldNotBeNull();

        string panel = await PageState.OpenPartAsync(visitor, "why");

        IAPIResponse answer = await visitor.Page.APIRequest.GetAsync($"/v1/explain?q=voyager&id={Uri.EscapeDataString(id)}");
        string sentence = (await answer.JsonAsync()).ShouldNotBeNull().GetProperty("sentence").GetString().ShouldNotBeNull();
        (await visitor.Page.Locator("#" + panel).InnerTextAsync()).ShouldContain(sentence[..20]);
        double[] widths = await visitor.EvaluateAsync<double[]>("id => [...document.querySelectorAll(`#${id} svg rect`)].map(r => r.getBoundingClientRect().width)", panel);
        widths.Length.ShouldBeGreaterThan(1);
        widths.ShouldAllBe(w => w >= 0);
        widths.Sum().ShouldBePositive();
    }

    [Fact]
    public async Task Images_OfArticles_ComeFromTheirHostsWithoutReferrer()
    {
        Visitor visitor = await OpenAsync("/?q=mars");
        await Until.TrueAsync(visitor, "() => [...document.querySelectorAll('.thumb img')].some(i => i.complete && i.naturalWidth > 0)");

        visitor.Images.ShouldNotBeEmpty();
        visitor.Images.ShouldAllBe(url => url.StartsWith("https://images.example/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Images_FarBelow_AreNotAskedForYet()
    {
        Visitor visitor = await OpenAsync("/?size=100", new VisitorOptions { Height = 600 });
        await Until.SettledAsync(visitor);

        int all = await visitor.Page.Locator(".thumb img").CountAsync();

        visitor.Images.Count.ShouldBeLessThan(all / 2);
    }

    [Fact]
    public async Task Images_ThatDoNotLoad_GiveWayToALetter()
    {
        Visitor visitor = await OpenAsync("/?q=mars", new VisitorOptions { Images = false });

        await visitor.Page.Locator(".thumb img.failed").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

        (await visitor.Page.Locator(".thumb:has(img.failed) .letter").First.IsVisibleAsync()).ShouldBeTrue();
        (await visitor.EvaluateAsync<double>("() => +getComputedStyle(document.querySelector('img.failed')).opacity * (getComputedStyle(document.querySelector('img.failed')).display === 'none' || getComputedStyle(document.querySelector('img.failed')).visibility === 'hidden' ? 0 : 1)")).ShouldBe(0);
    }
}
