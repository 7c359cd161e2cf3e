using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SearchNews.Browser.Tests.BrowserFixture))]

namespace SearchNews.Browser.Tests;

/// <summary>One browser, and one <c>serve</c> of the sample articles, for all tests; both are started by the first test that wants them.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<Task<IPlaywright>> _playwright = new(Playwright.CreateAsync);
    private readonly Lazy<Task<IBrowser>> _browser;
    private readonly Lazy<Task<ServerProcess>> _samples;

    public BrowserFixture()
    {
        _browser = new(LaunchAsync);
        _samples = new(() => TestServer.StartSamplesAsync(_folder.Combine("index")));
    }

    /// <summary>Where the sample articles are served.</summary>
    internal async Task<Uri> SamplesAsync() => (await _samples.Value).Address;

    /// <summary>A visitor with a profile of their own: nothing is shared with others, neither cache nor storage.</summary>
    internal async Task<Visitor> VisitAsync(Uri address, VisitorOptions options)
    {
        Chromium.SkipUnlessAvailable();
        return await Visitor.CreateAsync(await _browser.Value, address, options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated && _browser.Value.IsCompletedSuccessfully) await (await _browser.Value).DisposeAsync();
        if (_playwright.IsValueCreated && _playwright.Value.IsCompletedSuccessfully) (await _playwright.Value).Dispose();
        if (_samples.IsValueCreated && _samples.Value.IsCompletedSuccessfully) (await _samples.Value).Dispose();
        _folder.Dispose();
    }

    private async Task<IBrowser> LaunchAsync()
    {
        IPlaywright playwright = await _playwright.Value;
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Program, Args = Chromium.Arguments });
    }
}
