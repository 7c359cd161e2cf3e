using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;

namespace SearchNews.Api.Tests.Hostile;

/// <summary>Clients that take their time, or go away. The others are served meanwhile, and nothing stays behind.</summary>
public sealed class SlowClientTests
{
    private const int Clients = 40;
    private const string Head = "POST /v1/similar HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n";

    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Send_HeadersByTheByte_Is408WhileOthersAreServed()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { HeadersTimeout = TimeSpan.FromMilliseconds(700) });
        Task<string>[] slow = [.. Enumerable.Range(0, Clients).Select(_ => TrickleAsync(server, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + new string('a', 400)))];
        (await server.GetAsync("/v1/search?q=x")).ShouldBeJson();
        foreach (string answer in await Task.WhenAll(slow).WaitAsync(Soon, TestContext.Current.CancellationToken)) answer.ShouldStartWith("HTTP/1.1 408 ");
        await ShouldBeAsNewAsync(server);
    }

    [Fact]
    public async Task Send_BodyByTheByte_Is408WithinTheDeadlineWhileOthersAreServed()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Deadline = TimeSpan.FromMilliseconds(700), MaxInFlight = Clients + 1 });
        Task<string>[] slow = [.. Enumerable.Range(0, Clients).Select(_ => TrickleAsync(server, Head + "{\"title\":\"" + new string('a', 400), Head.Length))];
        (await server.GetAsync("/v1/search?q=x")).ShouldBeJson();
        foreach (string answer in await Task.WhenAll(slow).WaitAsync(Soon, TestContext.Current.CancellationToken))
        {
            answer.ShouldStartWith("HTTP/1.1 408 ");
            answer.ShouldContain("/problems/too-slow");
        }

        await ShouldBeAsNewAsync(server);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /v1/sea")]
    [InlineData("GET /v1/search?q=x HTTP/1.1\r\nHost: loc")]
    [InlineData("GET /v1/search?q=x HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /v1/search?q=slow HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /v1/search.rss?q=slow HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData(Head)]
    [InlineData(Head + "{\"title\":\"half")]
    [InlineData("PUT /v1/admin/articles/half HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + ApiServer.AdminKey + "\r\nContent-Type: text/markdown\r\nContent-Length: 500\r\n\r\n---\ntitle: half")]
    public async Task Send_ThenGoAway_LeavesNothingBehind(string begun)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync(o => o with { Deadline = TimeSpan.FromMinutes(1), MaxInFlight = 4, MaxQueued = 2 * Clients, MaxAdminInFlight = 4 });
        using var connections = new Connections(server.Address.Port);
        for (int i = 0; i < Clients; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Address.Host, server.Address.Port, TestContext.Current.CancellationToken);
            if (begun.Length > 0) await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(begun), TestContext.Current.CancellationToken);

            // Every other one resets the connection, the rest close it.
            if (i % 2 == 0) client.LingerState = new LingerOption(enable: true, 0);
        }

        await ShouldBeAsNewAsync(server);
        await connections.ShouldEndAsync();
        server.Maintainer.Articles.Keys.ShouldBe(["plain"]);
        server.Logs.All.Where(r => r.Level >= LogLevel.Warning).ShouldBeEmpty();
    }

    /// <summary>Sends text a few bytes at a time until there is an answer; gives that.</summary>
    private static async Task<string> TrickleAsync(ApiServer server, string text, int atOnce = 10)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port, cancellationToken);
        NetworkStream stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        Task<string> answer = reader.ReadToEndAsync(cancellationToken);
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        await stream.WriteAsync(bytes.AsMemory(0, atOnce), cancellationToken);
        for (int i = atOnce; i < bytes.Length && !answer.IsCompleted; i++)
        {
            try
            {
                await stream.WriteAsync(bytes.AsMemory(i, 1), cancellationToken);
            }
            catch (IOException)
            {
                break;
            }

            await Task.Delay(30, cancellationToken);
        }

        return await answer;
    }

    /// <summary>Asserts that every place is free again: as many questions at once as there may be are answered.</summary>
    private static async Task ShouldBeAsNewAsync(ApiServer server)
    {
        Task<ApiAnswer>[] crowd = [.. Enumerable.Range(0, 8).Select(_ => server.GetAsync("/v1/search?q=x"))];
        foreach (ApiAnswer answer in await Task.WhenAll(crowd).WaitAsync(Soon, TestContext.Current.CancellationToken)) answer.ShouldBeJson();
        server.Client.CancelPendingRequests();
    }

    /// <summary>Counts the open connections of one port, by the server's own measure.</summary>
    private sealed class Connections : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _open;

        public Connections(int port)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: "Microsoft.AspNetCore.Server.Kestrel", Name: "kestrel.active_connections" }) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((_, by, tags, _) =>
            {
                foreach (KeyValuePair<string, object?> tag in tags)
                {
                    if (tag.Key == "server.port" && tag.Value is int value && value == port) Interlocked.Add(ref _open, by);
                }
            });
            _listener.Start();
        }

        /// <summary>Asserts that all end but those of our own client.</summary>
        public async Task ShouldEndAsync()
        {
            long started = TimeProvider.System.GetTimestamp();
            while (Interlocked.Read(ref _open) > 8 && TimeProvider.System.GetElapsedTime(started) < Soon) await Task.Delay(20, TestContext.Current.CancellationToken);
            Interlocked.Read(ref _open).ShouldBeInRange(1, 8);
        }

        public void Dispose() => _listener.Dispose();
    }
}
