using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SearchNews.Api.Tests.OpenApi;

/// <summary>The document in review has the admin routes; that of a service without a key does not.</summary>
public sealed class ApiDescriptionTests(ApiFixture fixture) : IAsyncLifetime
{
    /// <summary>Set to 1 to write the document anew instead of comparing with it.</summary>
    private const string UpdateVariable = "SEARCHNEWS_UPDATE_GOLDEN";

    private const string AdminRoutes = "/v1/admin/";

    private static readonly string[] OfEveryAdminCall = ["401", "403", "429"];

    private static readonly string[] OfEveryQuestion = ["400", "406", "500", "503"];

    private ApiServer? _admin;

    private ApiServer Server => _admin ?? throw new InvalidOperationException("the server was not started");

    public async ValueTask InitializeAsync() => _admin = await ApiServer.StartAdminAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

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
    public async Task Get_Document_DescribesEveryRouteButThePagesAndItsErrors()
    {
        JsonElement paths = (await Server.GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        string[] routes = [.. Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>() is not null && e.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null)
            .Select(e => e.RoutePattern.RawText!)
            .Where(r => r.StartsWith('/'))
            .Distinct(StringComparer.Ordinal)];
        paths.EnumerateObject().Select(p => p.Name).ShouldBe(routes, ignoreOrder: true);
        foreach (JsonProperty path in paths.EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject()) CheckOperation(path.Name, operation);
        }
    }

    [Fact]
    public async Task Get_DocumentWithoutKey_HasNoAdminRoutesAndIsElseTheSame()
    {
        JsonElement without = (await fixture.Server.GetAsync("/openapi/v1.json")).Json;
        JsonElement with = (await Server.GetAsync("/openapi/v1.json")).Json;
        without.GetRawText().ShouldNotContain("admin", Case.Insensitive);
        string[] paths = [.. with.GetProperty("paths").EnumerateObject().Select(p => p.Name).Where(p => !p.StartsWith(AdminRoutes, StringComparison.Ordinal))];
        without.GetProperty("paths").EnumerateObject().Select(p => p.Name).ShouldBe(paths);
        foreach (string path in paths) JsonElement.DeepEquals(without.GetProperty("paths").GetProperty(path), with.GetProperty("paths").GetProperty(path)).ShouldBeTrue(path);
    }

    private static void CheckOperation(string path, JsonProperty operation)
    {
        operation.Value.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty(path);
        operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(path);
        string[] statuses = [.. operation.Value.GetProperty("responses").EnumerateObject().Select(r => r.Name)];
        statuses.ShouldContain(s => s.StartsWith('2'), path);
        if (path.StartsWith("/v1/", StringComparison.Ordinal)) OfEveryQuestion.Except(statuses, StringComparer.Ordinal).ShouldBeEmpty(path);
        bool admin = path.StartsWith(AdminRoutes, StringComparison.Ordinal);
        operation.Value.TryGetProperty("security", out JsonElement security).ShouldBe(admin, path);
        if (!admin)
        {
            operation.Name.ShouldBe(path == "/v1/similar" ? "post" : "get", path);
        }
        else
        {
            security[0].TryGetProperty("adminKey", out _).ShouldBeTrue(path);
            OfEveryAdminCall.Except(statuses, StringComparer.Ordinal).ShouldBeEmpty(path);
        }

        if (path.Contains('{', StringComparison.Ordinal) && !path.Contains("{field}", StringComparison.Ordinal) && operation.Name != "put") statuses.ShouldContain("404", StringComparer.Ordinal, path);
    }
}
