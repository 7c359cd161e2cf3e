[assembly: AssemblyFixture(typeof(SearchNews.Api.Tests.ApiFixture))]

namespace SearchNews.Api.Tests;

/// <summary>One server for all tests that leave its settings alone.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    private ApiServer? _server;

    internal ApiServer Server => _server ?? throw new InvalidOperationException("the server was not started");

    public async ValueTask InitializeAsync() => _server = await ApiServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
