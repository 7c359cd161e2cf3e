using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SearchNews.Search;
using SearchNews.Search.Maintenance;

namespace SearchNews.Api.Tests;

/// <summary>The whole API on a port of its own, over real Kestrel; only the backend and the clock are not real.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    /// <summary>The key of servers that have admin routes.</summary>
    public const string AdminKey = "0123456789abcdef-the-key";

    private ApiServer(WebApplication app, FakeBackend backend, FakeMaintainer maintainer, ManualTime time, RecordedLogs logs)
    {
        _app = app;
        Backend = backend;
        Maintainer = maintainer;
        Time = time;
        Logs = logs;
        Address = new Uri(app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public FakeBackend Backend { get; }

    public FakeMaintainer Maintainer { get; }

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
        var maintainer = new FakeMaintainer();
        builder.Services.AddSingleton<IIndexMaintainer>(maintainer);
        more?.Invoke(builder.Services);
        builder.AddSearchNewsApi(change is null ? options : change(options));
        WebApplication app = builder.Build();
        app.MapSearchNewsApi();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ApiServer(app, backend, maintainer, time, logs);
    }

    /// <summary>A server with admin routes, opened by <see cref="AdminKey"/>.</summary>
    public static Task<ApiServer> StartAdminAsync(Func<ApiOptions, ApiOptions>? change = null) =>
        StartAsync(o => change is null ? o with { AdminKey = AdminKey } : change(o with { AdminKey = AdminKey }));

    /// <summary>Sends an admin call with the key, and a body when there is one.</summary>
    public async Task<ApiAnswer> AdminAsync(HttpMethod method, string target, string? body = null, string? contentType = "text/markdown")
    {
        using var request = new HttpRequestMessage(method, "/v1/admin" + target);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + AdminKey).ShouldBeTrue();
        if (body is not null)
        {
            request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
            if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType).ShouldBeTrue();
        }

        using HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiAnswer.ReadAsync(response);
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

    /// <summary>Sends a request with a body, if it is not empty, and reads the whole answer.</summary>
    public async Task<ApiAnswer> SendAsync(HttpMethod method, string target, string body, string contentType)
    {
        using var request = new HttpRequestMessage(method, target);

        // The server closes the connection of a body that it refuses unread; the next request must not get it from the pool.
        request.Headers.ConnectionClose = true;
        if (body.Length > 0) request.Content = new StringContent(body, System.Text.Encoding.UTF8, contentType);
        using HttpResponseMessage response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiAnswer.ReadAsync(response);
    }

    /// <summary>Stops the host as a signal would, and waits for it.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Backend.Release();
        Maintainer.Release();
        Client.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}
