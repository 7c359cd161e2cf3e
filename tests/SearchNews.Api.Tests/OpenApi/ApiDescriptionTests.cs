using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SearchNews.Api.Tests.OpenApi;

public sealed class ApiDescriptionTests(ApiFixture fixture)
{
    /// <summary>Set to 1 to write the document anew instead of comparing with it.</summary>
    private const string UpdateVariable = "SEARCHNEWS_UPDATE_GOLDEN";

    private static readonly string[] OfEveryQuestion = ["400", "406", "500", "503"];

    private ApiServer Server => fixture.Server;

    [Fact]
    public async Task Get_Document_IsTheOneInReview()
    {
        string path = RepoRoot.Combine("tests", "SearchNews.Api.Tests", "openapi.json");
        string actual = (await Server.GetAsync("/openapi/v1.json")).Body.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1") await File.WriteAllTextAsync(path, actual, TestContext.Current.CancellationToken);
        actual.ShouldHaveTheLinesOf(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_Document_IsOpenApi31InJson()
    {
        ApiAnswer answer = await Server.GetAsync("/openapi/v1.json", ("Host", "localhost:1234"));
        answer.ShouldBeJson().GetProperty("openapi").GetString()!.ShouldStartWith("3.1.");
        answer.Body.ShouldNotContain("1234");
    }

    [Fact]
    public async Task Get_Document_DescribesEveryRouteAndItsErrors()
    {
        JsonElement paths = (await Server.GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        string[] routes = [.. Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .Select(e => e.RoutePattern.RawText!)
            .Where(r => r.StartsWith('/'))];
        paths.EnumerateObject().Select(p => p.Name).ShouldBe(routes, ignoreOrder: true);
        foreach (JsonProperty path in paths.EnumerateObject())
        {
            JsonElement get = path.Value.GetProperty("get");
            path.Value.EnumerateObject().Count().ShouldBe(1, path.Name);
            get.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty(path.Name);
            get.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(path.Name);
            string[] statuses = [.. get.GetProperty("responses").EnumerateObject().Select(r => r.Name)];
            statuses.ShouldContain("200", StringComparer.Ordinal, path.Name);
            if (path.Name.StartsWith("/v1/", StringComparison.Ordinal)) OfEveryQuestion.Except(statuses, StringComparer.Ordinal).ShouldBeEmpty(path.Name);
            if (path.Name.Contains('{', StringComparison.Ordinal)) statuses.ShouldContain("404", StringComparer.Ordinal, path.Name);
        }
    }
}
