namespace SearchNews.Browser.Tests;

/// <summary>
/// A test of the page over the sample articles. Each opens fresh visitors; when it ends, every one of them must have behaved: no error on the console, nothing asked of
/// another host but images of articles, nothing that the content security policy had to block.
/// </summary>
public abstract class BrowserTest(BrowserFixture browser) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    public ValueTask InitializeAsync()
    {
        Chromium.SkipUnlessAvailable();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        try
        {
            if (TestContext.Current.TestState?.Result == TestResult.Passed)
            {
                foreach (Visitor visitor in _visitors) visitor.ShouldHaveBehaved();
            }
        }
        finally
        {
            foreach (Visitor visitor in _visitors) await visitor.DisposeAsync();
        }
    }

    /// <summary>A fresh visitor of the sample articles.</summary>
    private protected async Task<Visitor> VisitAsync(VisitorOptions? options = null)
    {
        Visitor visitor = await browser.VisitAsync(await AddressAsync(), options ?? new VisitorOptions());
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A fresh visitor who has opened a page.</summary>
    private protected async Task<Visitor> OpenAsync(string target, VisitorOptions? options = null)
    {
        Visitor visitor = await VisitAsync(options);
        await visitor.OpenAsync(target);
        return visitor;
    }

    /// <summary>What is visited.</summary>
    private protected virtual Task<Uri> AddressAsync() => browser.SamplesAsync();
}
