namespace SearchNews.Browser.Tests.Hostile;

/// <summary>Articles with a payload in every field: whatever a page shows of them is text, and the only element that comes from text is a bare mark.</summary>
public sealed class HostileArticleTests(BrowserFixture browser, HostileSite site) : BrowserTest(browser), IClassFixture<HostileSite>
{
    private const int Pages = HostileSite.Count / HostileSite.PageSize;

    private readonly BrowserFixture _browser = browser;

    [Fact]
    public async Task Results_PayloadInEveryField_OnlyMarksComeFromText()
    {
        Visitor hostile = await VisitAsync();
        await using Visitor plain = await _browser.VisitAsync(site.Plain, new VisitorOptions());
        Census bare = await CensusOfAsync(plain, Pages + 1);
        // Of a payload there may be less left than of a plain text, an address or a title; so a hit may look like a bare one.
        int live = 0;
        for (int page = 1; page <= Pages; page++)
        {
            Census expected = Census.Sum(await CensusOfAsync(plain, page), bare);
            Census found = await CensusOfAsync(hostile, page);

            found.Beyond(expected).ShouldBeEmpty($"page {page}");
            found.Faults.ShouldBeEmpty($"page {page}");
            await ShouldHaveRunNothingAsync(hostile);
            live += await hostile.EvaluateAsync<int>("() => document.body.textContent.split('<').length - 1");
        }

        // The payloads were there to see, or this would show nothing.
        live.ShouldBeGreaterThan(HostileSite.Count);
    }

    /// <summary>Nothing of a payload ran, and nothing of it had to be blocked.</summary>
    internal static async Task ShouldHaveRunNothingAsync(Visitor visitor)
    {
        (await visitor.EvaluateAsync<bool>($"() => window.{HostilePayloads.Canary} !== undefined || document.documentElement.hasAttribute('{HostilePayloads.Canary}')")).ShouldBeFalse();
        await visitor.ShouldViolateNoPolicyAsync();
        visitor.ShouldHaveBehaved();
    }

    private protected override Task<Uri> AddressAsync() => Task.FromResult(site.Hostile);

    // By date, so that a page of one site has the articles of the same numbers as that of the other.
    private static async Task<Census> CensusOfAsync(Visitor visitor, int page)
    {
        await visitor.OpenAsync($"/?q={HostileArticles.Common}&sort=oldest&size={HostileSite.PageSize}&page={page}");
        return await Census.TakeAsync(visitor);
    }
}
