using System.Net.Sockets;

namespace SearchNews.Api.Tests.Limits;

/// <summary>The limits of lines, headers, bodies and connections, at the limit and one above.</summary>
public sealed class ServerLimitTests(ApiFixture fixture)
{
    private static readonly ApiOptions Defaults = new();

    /// <summary>Well below the server's own timeouts, so that they cannot do the work of ours.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(3);

    private Uri Address => fixture.Server.Address;

    [Theory]
    [InlineData(-1, 404)]
    [InlineData(0, 404)]
    [InlineData(1, 414)]
    public async Task Get_RequestLine_IsLimited(int above, int status)
    {
        // Not the default, which is Kestrel's own.
        const int Limit = 1024;
        await using ApiServer server = await ApiServer.StartAsync(o => o with { MaxRequestLine = Limit });
        int rest = "GET /nothing/ HTTP/1.1\r\n".Length;
        string target = "/nothing/" + new string('a', Limit + above - rest);
        (await RawHttp.GetAsync(server.Address, target)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 200)]
    [InlineData(1, 431)]
    public async Task Get_HeaderCount_IsLimited(int above, int status)
    {
        const int Own = 2; // Host and Connection
        string[] headers = [.. Enumerable.Range(0, Defaults.MaxHeaderCount + above - Own).Select(i => $"X-{i}: 1")];
        (await RawHttp.GetAsync(Address, "/healthz", headers)).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 200)]
    [InlineData(1, 431)]
    public async Task Get_HeaderBytes_AreLimited(int above, int status)
    {
        int rest = $"Host: {Address.Authority}\r\nConnection: close\r\nX: \r\n".Length;
        (await RawHttp.GetAsync(Address, "/healthz", "X: " + new string('a', Defaults.MaxHeadersSize + above - rest))).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(-1, 405)]
    [InlineData(0, 405)]
    [InlineData(1, 413)]
    public async Task Post_Body_IsLimited(int above, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/search") { Content = new ByteArrayContent(new byte[Defaults.MaxBodySize + above]) };

        // A connection of its own: one that another test's refused body left behind may be closing.
        using var client = new HttpClient { BaseAddress = Address };
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        (await ApiAnswer.ReadAsync(response)).ShouldBeProblem(status, status == 413 ? "too-large" : "method-not-allowed");
    }

    [Fact]
    public async Task Connect_AboveTheLimit_IsClosed()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { MaxConnections = 2 });
        using TcpClient first = await ConnectAsync(server.Address);
        using TcpClient second = await ConnectAsync(server.Address);
        (await ReadByteAsync(first, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")).ShouldBe('H');
        (await ReadByteAsync(second, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")).ShouldBe('H');
        using TcpClient third = await ConnectAsync(server.Address);
        (await ReadByteAsync(third, "").WaitAsync(Soon, TestContext.Current.CancellationToken)).ShouldBe(-1);
    }

    [Fact]
    public async Task Get_HeadersThatNeverEnd_Are408()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { HeadersTimeout = TimeSpan.FromMilliseconds(200) });
        Task<(int Status, string Text)> answer = RawHttp.SendAsync(server.Address, "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        (await answer.WaitAsync(Soon, TestContext.Current.CancellationToken)).Status.ShouldBe(408);
    }

    [Theory]
    [InlineData("GET /healthz\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /healthz HTTP/1.1\r\nHost: localhost\r\nNo colon\r\n\r\n")]
    [InlineData("POST /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, gzip\r\n\r\n")]
    public async Task Send_BadFraming_Is400(string request) => (await RawHttp.SendAsync(Address, request)).Status.ShouldBe(400);

    private static async Task<TcpClient> ConnectAsync(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<int> ReadByteAsync(TcpClient client, string request)
    {
        NetworkStream stream = client.GetStream();
        byte[] one = new byte[1];
        try
        {
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
            return await stream.ReadAsync(one, TestContext.Current.CancellationToken) == 0 ? -1 : one[0];
        }
        catch (IOException)
        {
            return -1;
        }
    }
}
