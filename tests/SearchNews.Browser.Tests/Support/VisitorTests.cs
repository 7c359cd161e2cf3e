namespace SearchNews.Browser.Tests;

/// <summary>The tests' own eyes: what a page must not do is seen.</summary>
public sealed class VisitorTests(BrowserFixture browser) : BrowserTest(browser)
{
    private readonly BrowserFixture _browser = browser;

    [Fact]
    public async Task Faults_QuietPage_None()
    {
        Visitor visitor = await OpenAsync("/healthz");

        visitor.Faults.ShouldBeEmpty();
        visitor.Images.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("console.error('no')", "console error: no")]
    [InlineData("setTimeout(() => { throw new Error('thrown') })", "uncaught: ")]
    [InlineData("alert('hello')", "dialog: hello")]
    [InlineData("window.open('/healthz')", "window: ")]
    [InlineData("new Image().src = 'http://elsewhere.example/pixel.png'", "console error: ")]
    [InlineData("document.body.append(Object.assign(document.createElement('script'), { text: '1' }))", "console error: ")]
    public async Task Faults_BadPage_AreNoted(string script, string fault)
    {
        await using Visitor visitor = await _browser.VisitAsync(await AddressAsync(), new VisitorOptions());
        await visitor.OpenAsync("/healthz");

        await visitor.Page.EvaluateAsync($"() => {{ {script}; }}");

        await visitor.WaitForFaultAsync(fault);
    }
}
