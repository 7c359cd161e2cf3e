using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Pages;

/// <summary>Writes pictures of the page to the folder that <c>SEARCHNEWS_SCREENSHOTS</c> names, to be looked at by a person.</summary>
public sealed class ScreenshotTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Variable = "SEARCHNEWS_SCREENSHOTS";

    private static readonly (string Name, VisitorOptions Options)[] Windows =
    [
        ("wide", new VisitorOptions { Width = 1440, Height = 900 }),
        ("dark", new VisitorOptions { Width = 1440, Height = 900, Scheme = ColorScheme.Dark }),
        ("phone", new VisitorOptions { Width = 360, Height = 740 }),
    ];

    [Fact]
    public async Task States_AllOfThem_AreWritten()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder)
        {
            Assert.Skip($"{Variable} names no folder.");
            return;
        }

        Directory.CreateDirectory(folder);
        foreach ((string window, VisitorOptions options) in Windows)
        {
            foreach (string state in PageState.Names)
            {
                Visitor visitor = await VisitAsync(options);
                await PageState.Of(state).ReachAsync(visitor);
                string path = Path.Combine(folder, $"{state}-{window}.png");
                await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = path });
                new FileInfo(path).Length.ShouldBeGreaterThan(1_000);
            }
        }
    }
}
