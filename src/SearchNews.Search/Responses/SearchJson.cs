using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>
/// The JSON of every answer, over HTTP and from <c>--json</c>: camelCase, absent values written as null, no escaping of letters beyond what JSON
/// demands (answers are served as application/json, never inside HTML).
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SearchResponse))]
[JsonSerializable(typeof(SimilarResponse))]
[JsonSerializable(typeof(DraftResponse))]
[JsonSerializable(typeof(StoryResponse))]
[JsonSerializable(typeof(StoriesResponse))]
[JsonSerializable(typeof(FacetResponse))]
[JsonSerializable(typeof(SuggestResponse))]
[JsonSerializable(typeof(ExplainResponse))]
[JsonSerializable(typeof(ArticleResponse))]
[JsonSerializable(typeof(InfoResponse))]
[JsonSerializable(typeof(ReadyResponse))]
public sealed partial class SearchJson : JsonSerializerContext
{
    /// <summary>The shared options with relaxed escaping.</summary>
    public static SearchJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
