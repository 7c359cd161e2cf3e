using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SearchNews.Browser.Tests;

/// <summary>
/// Somebody with a fresh browser profile and one page open. Everything that a page must not do is noted: errors on the console, dialogs, windows, requests to another host
/// that are not images of articles. Images of articles are answered here, so that nothing leaves the machine. Disposing closes the profile.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    // Runs before any script of a page: notes what the content security policy blocked and how far content jumped.
    private const string Watch = """
        window.__violations = [];
        document.addEventListener('securitypolicyviolation', e => window.__violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));
        window.__shift = 0;
        window.__shifted = [];
        const noteShifts = entries => {
          for (const e of entries) {
            if (e.hadRecentInput) continue;
            window.__shift += e.value;
            window.__shifted.push(e.value.toFixed(4) + ' ' + e.sources.map(s => s.node && s.node.nodeType === 1 ? s.node.tagName + '.' + s.node.className : '?').join(' '));
          }
        };
        const shifts = new PerformanceObserver(list => noteShifts(list.getEntries()));
        shifts.observe({ type: 'layout-shift', buffered: true });
        window.__noteShifts = () => noteShifts(shifts.takeRecords());
        """;

    // One pixel; articles name larger ones, and the page must not depend on what comes.
    private const string Picture = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#7a8ca0"/><circle cx="320" cy="180" r="90" fill="#dfe6ee"/></svg>""";

    // Long, because a machine that does much else at the same time is no fault of the page.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly SemaphoreSlim _noted = new(0);
    private readonly ConcurrentQueue<string> _images = new();
    private readonly ConcurrentDictionary<string, bool> _failing = new(StringComparer.Ordinal);

    private Visitor(IBrowserContext context, IPage page, Uri address)
    {
        _context = context;
        Page = page;
        Address = address;
    }

    public IPage Page { get; }

    /// <summary>Where the service is.</summary>
    public Uri Address { get; }

    /// <summary>What the page did that it must not, so far.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    /// <summary>Images of articles that were asked for at other hosts, so far.</summary>
    public IReadOnlyCollection<string> Images => _images;

    public static async Task<Visitor> CreateAsync(IBrowser browser, Uri address, VisitorOptions options)
    {
        IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            ColorScheme = options.Scheme,
            JavaScriptEnabled = options.Scripts,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });

        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        if (options.Scripts) await context.AddInitScriptAsync(Watch);
        IPage page = await context.NewPageAsync();
        var visitor = new Visitor(context, page, address);
        await visitor.WatchAsync(options.Images);
        return visitor;
    }

    /// <summary>Opens an address below the service's, which answers with this status, and waits until its modules have run.</summary>
    public async Task OpenAsync(string target, int status = 200)
    {
        // The browser tells the console of a page that is an error.
        if (status != 200) _failing[new Uri(Address, target).AbsoluteUri] = true;
        IResponse? response = await Page.GotoAsync(target, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        response.ShouldNotBeNull().Status.ShouldBe(status);
    }

    /// <summary>Runs an expression or a function in the page.</summary>
    public Task<T> EvaluateAsync<T>(string script, object? argument = null) => Page.EvaluateAsync<T>(script, argument);

    /// <summary>Asserts that the page did nothing it must not.</summary>
    public void ShouldHaveBehaved() => _faults.ShouldBeEmpty();

    /// <summary>Waits until the page did something it must not that begins so.</summary>
    public async Task WaitForFaultAsync(string start)
    {
        while (!_faults.Any(fault => fault.StartsWith(start, StringComparison.Ordinal)))
            (await _noted.WaitAsync(Patience, TestContext.Current.CancellationToken)).ShouldBeTrue($"There is no '{start}' among: {string.Join("; ", _faults)}");
    }

    /// <summary>Notes what the content security policy of the page blocked until now as faults.</summary>
    public async Task ShouldViolateNoPolicyAsync() => (await EvaluateAsync<string[]>("() => window.__violations")).ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _noted.Dispose();
    }

    private async Task WatchAsync(bool images)
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !_failing.Keys.Any(url => message.Location.StartsWith(url + ":", StringComparison.Ordinal)))
                Note($"console {message.Type}: {message.Text} ({message.Location})");
        };
        Page.PageError += (_, error) => Note($"uncaught: {error}");
        Page.Dialog += async (_, dialog) =>
        {
            Note($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        _context.Page += (_, opened) => Note($"window: {opened.Url}");
        await _context.RouteAsync(url => !IsOwn(url), route => AnswerForeignAsync(route, images));
    }

    private void Note(string fault)
    {
        _faults.Enqueue(fault);
        _noted.Release();
    }

    private bool IsOwn(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme == Address.Scheme && parsed.Authority == Address.Authority;

    private async Task AnswerForeignAsync(IRoute route, bool images)
    {
        IRequest request = route.Request;
        if (request.ResourceType != "image")
        {
            Note($"request: {request.ResourceType} {request.Url}");
            await route.AbortAsync();
            return;
        }

        _images.Enqueue(request.Url);
        if (!images) _failing[request.Url] = true;
        if ((await request.HeaderValueAsync("Referer")) is { } referrer) Note($"referrer told to {request.Url}: {referrer}");
        await (images
            ? route.FulfillAsync(new RouteFulfillOptions { ContentType = "image/svg+xml", Body = Picture })
            : route.FulfillAsync(new RouteFulfillOptions { Status = 404, ContentType = "text/plain", Body = "" }));
    }
}
