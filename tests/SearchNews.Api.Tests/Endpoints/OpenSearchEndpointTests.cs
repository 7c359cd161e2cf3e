using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SearchNews.Api.Tests.Endpoints;

/// <summary>The description against the rules of OpenSearch 1.1, draft 6.</summary>
public sealed partial class OpenSearchEndpointTests
{
    private static readonly XNamespace Ns = "http://a9.com/-/spec/opensearch/1.1/";

    [Fact]
    public async Task Get_Description_KeepsTheRules()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        ApiAnswer answer = await server.GetAsync("/opensearch.xml");

        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Header("Content-Type").ShouldBe("application/opensearchdescription+xml; charset=utf-8");
        answer.Header("Cache-Control").ShouldContain("max-age");
        XElement root = XDocument.Parse(answer.Body).Root!;
        root.Name.ShouldBe(Ns + "OpenSearchDescription");
        Text(root, "ShortName", 16);
        Text(root, "LongName", 48);
        Text(root, "Description", 1024);
        root.Element(Ns + "InputEncoding")!.Value.ShouldBe("UTF-8");
        root.Element(Ns + "OutputEncoding")!.Value.ShouldBe("UTF-8");
        string address = server.Address.GetLeftPart(UriPartial.Authority);
        root.Elements(Ns + "Url").Select(url => (Value(url, "rel"), Value(url, "type"), Value(url, "template"))).ShouldBe(
        [
            ("results", "text/html", $"{address}/?q={{searchTerms}}"),
            ("results", "application/rss+xml", $"{address}/v1/search.rss?q={{searchTerms}}&page={{startPage?}}"),
            ("results", "application/atom+xml", $"{address}/v1/search.atom?q={{searchTerms}}&page={{startPage?}}"),
            ("suggestions", "application/x-suggestions+json", $"{address}/v1/suggest.opensearch?q={{searchTerms}}"),
            ("self", "application/opensearchdescription+xml", $"{address}/opensearch.xml"),
        ]);
    }

    [Fact]
    public async Task Get_EveryTemplate_IsAnswered()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        XElement root = XDocument.Parse((await server.GetAsync("/opensearch.xml")).Body).Root!;
        string[] addresses = [.. root.Elements(Ns + "Url").Select(url => Value(url, "template")), root.Element(Ns + "Image")!.Value];

        foreach (string template in addresses)
        {
            // Terms are put in percent-encoded, what is optional and not known as nothing.
            string target = template.Replace("{searchTerms}", "azure%20%26%20b", StringComparison.Ordinal).Replace("{startPage?}", "", StringComparison.Ordinal);
            Placeholder().IsMatch(target).ShouldBeFalse(target);
            using HttpResponseMessage response = await server.Client.GetAsync(new Uri(target), TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, target);
        }
    }

    [Theory]
    [InlineData("", "localhost:1", "")]
    [InlineData("", "[::1]:1", "")]
    [InlineData("news.example", "localhost:1", "")]
    [InlineData("news.example", "news.example:8443", "http://news.example:8443/")]
    [InlineData("localhost", "localhost:8080", "http://localhost:8080/")]
    public async Task Get_PortOfTheRequestAlone_IsNotRepeated(string allowed, string host, string expected)
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { AllowedHosts = allowed.Length == 0 ? [] : [allowed] });
        string start = expected.Length == 0 ? $"http://{host[..host.LastIndexOf(':')]}:{server.Address.Port}/" : expected;
        ApiAnswer answer = await server.GetAsync("/opensearch.xml", ("Host", host));
        XDocument.Parse(answer.Body).Root!.Elements(Ns + "Url").ShouldAllBe(url => Value(url, "template").StartsWith(start, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("news.example:8443", "http://news.example:8443/")]
    [InlineData("a&b", "http://localhost/")]
    [InlineData("x'y", "http://localhost/")]
    public async Task Get_AnyHostAllowed_PutsNothingButNamesIntoAddresses(string host, string start)
    {
        await using ApiServer server = await ApiServer.StartAsync(o => o with { AllowedHosts = ["*"] });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/opensearch.xml");
        request.Headers.TryAddWithoutValidation("Host", host).ShouldBeTrue();
        using HttpResponseMessage response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest) return;

        XDocument.Parse(body).Root!.Elements(Ns + "Url").ShouldAllBe(url => Value(url, "template").StartsWith(start, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_ForeignHost_IsRefused()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/opensearch.xml");
        request.Headers.Host = "evil.example";
        using HttpResponseMessage response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        (await ApiAnswer.ReadAsync(response)).ShouldBeProblem((int)response.StatusCode, "unknown-host").ToString().ShouldNotContain("evil");
    }

    private static string Value(XElement element, string name) => element.Attribute(name)!.Value;

    private static void Text(XElement root, string name, int maxLength)
    {
        string value = root.Elements(Ns + name).ShouldHaveSingleItem().Value;
        value.Length.ShouldBeInRange(1, maxLength);
        value.ShouldNotContain("<");
    }

    [GeneratedRegex("[{}]")]
    private static partial Regex Placeholder();
}
