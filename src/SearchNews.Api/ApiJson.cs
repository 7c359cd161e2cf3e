using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SearchNews.Api.Admin;
using SearchNews.Api.Endpoints;
using SearchNews.Api.Feeds;
using SearchNews.Api.Jobs;
using SearchNews.Api.Problems;
using SearchNews.Search.Indexing;
using SearchNews.Search.Responses;

namespace SearchNews.Api;

/// <summary>The JSON of what only HTTP answers. Written as <see cref="SearchJson"/> writes: camelCase, no escaping beyond what JSON demands.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiProblem))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(JobResponse))]
[JsonSerializable(typeof(BuildReport))]
[JsonSerializable(typeof(UpdateReport))]
[JsonSerializable(typeof(RollbackResponse))]
[JsonSerializable(typeof(ZeroResultsResponse))]
[JsonSerializable(typeof(ArticleChangeResponse))]
[JsonSerializable(typeof(JsonFeed))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>The shared options with relaxed escaping.</summary>
    public static ApiJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>Makes the framework write answers as <see cref="SearchJson.Relaxed"/> does, and describe numbers as numbers.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 16;
        options.TypeInfoResolverChain.Insert(0, SparseJson.Resolver);
        options.TypeInfoResolverChain.Insert(1, Default);
    }
}
