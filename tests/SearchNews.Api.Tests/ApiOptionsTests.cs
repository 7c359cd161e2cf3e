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
        (options.MaxConnections, options.MaxInFlight, options.MaxQueued).ShouldBe((1000, 4 * Environment.ProcessorCount, 64));
    }

    public static TheoryData<string, ApiOptions> Impossible() => new()
    {
        { "Urls", new ApiOptions { Urls = [] } },
        { "Urls", new ApiOptions { Urls = ["not a url"] } },
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
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Validate_Impossible_NamesTheOption(string name, ApiOptions options)
    {
        ArgumentException e = Should.Throw<ArgumentException>(options.Validate);
        e.ParamName.ShouldBe(name);
        e.Message.ShouldContain(name);
    }
}
