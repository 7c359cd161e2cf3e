using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>On paper there is nothing to press, and no ink for backgrounds.</summary>
public sealed class PaperTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Print_Results_LeavesTheTextAlone(ColorScheme scheme)
    {
        Visitor visitor = await OpenAsync("/?q=moon", new VisitorOptions { Scheme = scheme });

        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        foreach (string control in new[] { "#search-form", "#filters", ".pager", ".choices" }) (await visitor.Page.Locator(control).First.IsVisibleAsync()).ShouldBeFalse(control);
        (await visitor.Page.Locator(".hit .read").First.IsVisibleAsync()).ShouldBeTrue();
        (await visitor.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor")).ShouldBeOneOf("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)");
        (await visitor.EvaluateAsync<bool>("() => getComputedStyle(document.querySelector('.hit .read')).color.match(/\\d+/g).slice(0, 3).every(c => +c < 100)")).ShouldBeTrue();
        (await visitor.Page.PdfAsync()).Length.ShouldBeGreaterThan(1_000);
    }
}
