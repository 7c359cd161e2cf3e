namespace SearchNews.Api.Tests;

public sealed class ApiOptionsTests
{
    [Fact]
    public void Validate_Defaults_AreTheContract()
    {
        var options = new ApiOptions();
        options.Validate();
        options.Urls.ShouldBe(["http://127.0.0.1:5080"]);
        options.Deadline.ShouldBe(TimeSpan.FromSeconds(2));
        options.HeadersTimeout.ShouldBe(TimeSpan.FromSeconds(10));
        (options.MaxRequestLine, options.MaxHeadersSize, options.MaxHeaderCount, options.MaxBodySize).ShouldBe((8192, 16384, 50, 65536));
        options.AdminKey.ShouldBeNull();
        (options.RatePerSecond, options.RateBurst).ShouldBe((50, 100));
        options.Proxies.Concat(options.CorsOrigins).ShouldBeEmpty();
        options.AdminDeadline.ShouldBe(TimeSpan.FromSeconds(10));
        (options.MaxAdminBodySize, options.MaxAdminInFlight, options.MaxFailedKeys).ShouldBe((1_048_576, 4, 10));
        (options.MaxConnections, options.MaxInFlight, options.MaxQueued).ShouldBe((1000, 4 * Environment.ProcessorCount, 64));
    }

    public static TheoryData<string, ApiOptions> Impossible() => new()
    {
        { "Urls", new ApiOptions { Urls = [] } },
        { "Urls", new ApiOptions { Urls = ["not a url"] } },
        { "Urls", new ApiOptions { Urls = ["http://127.0.0.1:99999"] } },
        { "Urls", new ApiOptions { Urls = ["https://127.0.0.1:5081"] } },
        { "Urls", new ApiOptions { Urls = ["ftp://127.0.0.1"] } },
        { "AllowedHosts", new ApiOptions { AllowedHosts = [" "] } },
        { "AllowedHosts", new ApiOptions { AllowedHosts = ["http://news.example.org"] } },
        { "Deadline", new ApiOptions { Deadline = TimeSpan.Zero } },
        { "Deadline", new ApiOptions { Deadline = TimeSpan.FromDays(2) } },
        { "HeadersTimeout", new ApiOptions { HeadersTimeout = TimeSpan.FromSeconds(-1) } },
        { "MaxRequestLine", new ApiOptions { MaxRequestLine = 255 } },
        { "MaxHeadersSize", new ApiOptions { MaxHeadersSize = 255 } },
        { "MaxHeaderCount", new ApiOptions { MaxHeaderCount = 9 } },
        { "MaxBodySize", new ApiOptions { MaxBodySize = -1 } },
        { "MaxConnections", new ApiOptions { MaxConnections = 0 } },
        { "MaxInFlight", new ApiOptions { MaxInFlight = 0 } },
        { "MaxQueued", new ApiOptions { MaxQueued = -1 } },
        { "AdminKey", new ApiOptions { AdminKey = "" } },
        { "AdminKey", new ApiOptions { AdminKey = "fifteen-letters" } },
        { "AdminKey", new ApiOptions { AdminKey = new string('a', 513) } },
        { "AdminKey", new ApiOptions { AdminKey = "sixteen letters!" } },
        { "AdminKey", new ApiOptions { AdminKey = "sixteen-lettérs!" } },
        { "AdminDeadline", new ApiOptions { AdminDeadline = TimeSpan.Zero } },
        { "MaxAdminBodySize", new ApiOptions { MaxAdminBodySize = -1 } },
        { "MaxAdminInFlight", new ApiOptions { MaxAdminInFlight = 0 } },
        { "MaxFailedKeys", new ApiOptions { MaxFailedKeys = 0 } },
        { "RatePerSecond", new ApiOptions { RatePerSecond = 0 } },
        { "RateBurst", new ApiOptions { RateBurst = 1_000_001 } },
        { "SlowQuery", new ApiOptions { SlowQuery = TimeSpan.FromMilliseconds(-1) } },
        { "ZeroResultQueries", new ApiOptions { ZeroResultQueries = -1 } },
        { "Proxies", new ApiOptions { Proxies = ["proxy.example.org"] } },
        { "Proxies", new ApiOptions { Proxies = ["0.0.0.0/0"] } },
        { "CorsOrigins", new ApiOptions { CorsOrigins = ["news.example.org"] } },
        { "CorsOrigins", new ApiOptions { CorsOrigins = ["https://news.example.org/"] } },
        { "CorsOrigins", new ApiOptions { CorsOrigins = ["*", "https://news.example.org"] } },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Validate_Impossible_NamesTheOption(string name, ApiOptions options)
    {
        ArgumentException e = Should.Throw<ArgumentException>(options.Validate);
        e.ParamName.ShouldBe(name);
        e.Message.ShouldContain(name);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(512)]
    public void Validate_KeyOfLegalLength_IsTaken(int length) => new ApiOptions { AdminKey = new string('~', length) }.Validate();

    [Fact]
    public void Validate_WrongKey_DoesNotTellIt() => Should.Throw<ArgumentException>(new ApiOptions { AdminKey = "too-short-key" }.Validate).Message.ShouldNotContain("too-short-key");

    [Fact]
    public void ToString_WithKey_DoesNotTellIt() => new ApiOptions { AdminKey = ApiServer.AdminKey }.ToString().ShouldNotContain(ApiServer.AdminKey);
}
