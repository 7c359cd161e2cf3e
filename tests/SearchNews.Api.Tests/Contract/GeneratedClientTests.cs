using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SearchNews.Api.Tests.Contract;

/// <summary>A client that knows nothing but the OpenAPI document asks the real service.</summary>
public sealed class GeneratedClientTests(ContractFixture fixture)
{
    private const string Script =
        """
        #nullable enable
        using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading.Tasks; using Generated;
        public static class Script
        {
            public static async Task<string> RunAsync(HttpClient http)
            {
                var client = new Client(http);
                SearchResponse found = await client.SearchAsync(q: "barracuda moon", topic: new[] { "space", "-music" }, size: 5, facets: new[] { "provider", "month" }, explain: 2, wquality: 0.5);
                SearchHit hit = found.Hits[0];
                ArticleResponse article = await client.ArticleAsync(hit.Id);
                SimilarResponse similar = await client.SimilarAsync(hit.Id, size: 3, windowDays: 365);
                StoryResponse story = await client.StoryAsync(article.Id);
                StoriesResponse stories = await client.StoriesAsync(sort: "coverage", size: 2);
                FacetResponse facet = await client.FacetsAsync("topic", q: "moon");
                ExplainResponse why = await client.ExplainAsync(hit.Id, q: "barracuda moon", vs: "plain");
                DraftResponse draft = await client.SimilarToDraftAsync(body: new Dictionary<string, object> { ["title"] = article.Title!, ["size"] = 3 });
                InfoResponse info = await client.InfoAsync();
                return string.Join("|", found.Total.Stories, hit.Title == article.Title, article.Provider!.Domain, similar.Hits.Count(h => h.Why.Count > 0), story.Size, stories.Hits[0].Id == story.Id,
                    facet.Values.Single(v => v.Value == "Space").Count, why.Parts.Text.Value > 0, draft.NearDuplicates.Count, info.Articles, found.Facets!["month"].Count);
            }
        }
        """;

    [Fact]
    public async Task Call_ClientOfTheDocument_Works()
    {
        string code = ClientGenerator.Generate((await fixture.Server.GetAsync("/openapi/v1.json")).ShouldBeJson());
        MethodInfo script = Compile(code, Script).GetType("Script", throwOnError: true)!.GetMethod("RunAsync")!;

        string result = await (Task<string>)script.Invoke(null, [fixture.Server.Client])!;

        result.ShouldBe("2|True|news.example.org|1|2|True|2|True|2|5|1");
    }

    private static Assembly Compile(params string[] sources)
    {
        string[] platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var compilation = CSharpCompilation.Create(
            "GeneratedClient",
            sources.Select(s => CSharpSyntaxTree.ParseText(s, cancellationToken: TestContext.Current.CancellationToken)),
            platform.Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ShouldBeEmpty(sources[0]);
        return Assembly.Load(image.ToArray());
    }
}
