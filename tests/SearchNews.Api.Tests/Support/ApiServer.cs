using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SearchNews.Search;

namespace SearchNews.Api.Tests;

/// <summary>The whole API on a port of its own, over real Kestrel; only the backend and the clock are not real.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiServer(WebApplication app, FakeBackend backend, ManualTime time, RecordedLogs logs)
    {
        _app = app;
        Backend = backend;
        Time = time;
        Logs = logs;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public FakeBackend Backend { get; }

    public ManualTime Time { get; }

    public RecordedLogs Logs { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ApiServer> StartAsync(Func<ApiOptions, ApiOptions>? change = null, Action<IServiceCollection>? more = null)
    {
        var options = new ApiOptions { Urls = ["http://127.0.0.1:0"] };
        var backend = new FakeBackend();
        var time = new ManualTime(FakeBackend.Now);
        var logs = new RecordedLogs();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<ISearchBackend>(backend);
        builder.Services.AddSingleton<TimeProvider>(time);
        more?.Invoke(builder.Services);
        builder.AddSearchNewsApi(change is null ? options : change(options));
        WebApplication app = builder.Build();
        app.MapSearchNewsApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ApiServer(app, backend, time, logs);
    }

    /// <summary>Sends a GET.</summary>
    public Task<ApiAnswer> GetAsync(string target, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, target, headers);

    /// <summary>Sends a request and reads the whole answer.</summary>
    public async Task<ApiAnswer> SendAsync(HttpMethod method, string target, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, target);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiAnswer.ReadAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Backend.Release();
        Client.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
