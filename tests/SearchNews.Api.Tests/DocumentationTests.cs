using SearchNews.Api.OpenApi;
using SearchNews.Api.Problems;

namespace SearchNews.Api.Tests;

/// <summary>docs/api.md tells of everything there is.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public async Task Page_RoutesParametersAndErrors_AreAllThere()
    {
        string page = await File.ReadAllTextAsync(RepoRoot.Combine("docs", "api.md"), TestContext.Current.CancellationToken);
        await using ApiServer server = await ApiServer.StartAdminAsync();
        foreach (System.Text.Json.JsonProperty path in (await server.GetAsync("/openapi/v1.json")).Json.GetProperty("paths").EnumerateObject()) page.ShouldContain($"`{path.Name}`");
        foreach (QueryParameter parameter in QueryParameters.Explain.Concat(QueryParameters.Similar).Concat(QueryParameters.Rebuild).Concat(QueryParameters.Update)) page.ShouldContain($"`{parameter.Name}`");
        foreach (ProblemKind kind in ProblemKind.All) page.ShouldContain($"| {kind.Status} | `{kind.Slug}` |");
    }
}
