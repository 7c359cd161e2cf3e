namespace SearchNews.Api.Tests.Limits;

/// <summary>Clients beyond this machine, told by a proxy on this machine that the owner named.</summary>
public sealed class ClientRateLimitTests
{
    private const string Forwarded = "X-Forwarded-For";

    [Fact]
    public async Task Get_PastTheBurst_Is429WithTheStandardHeaders()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Proxies = ["127.0.0.1"], RatePerSecond = 2, RateBurst = 3 });
        (string, string) client = (Forwarded, "203.0.113.7");
        ApiAnswer first = await server.GetAsync("/v1/info", client);
        first.ShouldBeJson();
        first.Header("RateLimit-Policy").ShouldBe("\"client\";q=3;w=2");
        first.Header("RateLimit").ShouldBe("\"client\";r=2;t=1");
        (await server.GetAsync("/healthz", client)).ShouldBeJson();
        (await server.GetAsync("/v1/nothing", client)).Header("RateLimit").ShouldBe("\"client\";r=0;t=2");

        ApiAnswer refused = await server.GetAsync("/v1/search?q=moon", client);
        refused.ShouldBeProblem(429, "too-many-requests");
        refused.Header("Retry-After").ShouldBe("1");
        refused.Header("RateLimit").ShouldBe("\"client\";r=0;t=2");
        server.Backend.Searches.ShouldBe(0);

        (await server.GetAsync("/v1/info", (Forwarded, "203.0.113.8"))).ShouldBeJson();
        server.Time.Advance(TimeSpan.FromMilliseconds(500));
        (await server.GetAsync("/v1/info", client)).ShouldBeJson();
    }

    [Fact]
    public async Task Get_OneNetworkOfIPv6_IsOneClient()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Proxies = ["127.0.0.0/8"], RatePerSecond = 1, RateBurst = 1 });
        (await server.GetAsync("/v1/info", (Forwarded, "2001:db8::1"))).ShouldBeJson();
        (await server.GetAsync("/v1/info", (Forwarded, "2001:db8::ffff:2"))).ShouldBeProblem(429, "too-many-requests");
        (await server.GetAsync("/v1/info", (Forwarded, "2001:db8:0:1::1"))).ShouldBeJson();
    }

    [Fact]
    public async Task Get_FromThisMachine_IsNotLimited()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { RatePerSecond = 1, RateBurst = 1 });
        for (int i = 0; i < 5; i++)
        {
            // Nobody named a proxy, so what the header says is not believed.
            ApiAnswer answer = await server.GetAsync("/v1/info", (Forwarded, "203.0.113.7"));
            answer.ShouldBeJson();
            answer.Headers["RateLimit"].ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Get_ForgedClientBehindAProxy_CountsForTheOneTheProxySaw()
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { Proxies = ["127.0.0.1"], RatePerSecond = 1, RateBurst = 1 });
        (await server.GetAsync("/v1/info", (Forwarded, "198.51.100.1, 203.0.113.7"))).ShouldBeJson();
        (await server.GetAsync("/v1/info", (Forwarded, "198.51.100.2, 203.0.113.7"))).ShouldBeProblem(429, "too-many-requests");
    }
}
