using System.Text.Json;
using SearchNews.Search;

namespace SearchNews.Api.Requests;

/// <summary>Reads a small flat JSON object as names and values, so that parameters in a body obey the same rules as those of a query string.</summary>
internal static class JsonPairs
{
    private const string Body = "body";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2 };

    /// <summary>Names and values of the query string and of the body together; one that is in both is given twice.</summary>
    /// <exception cref="InvalidRequestException">The body is not a flat JSON object of text, numbers, true and false.</exception>
    public static async ValueTask<IReadOnlyList<KeyValuePair<string, string>>> ReadWithQueryAsync(HttpRequest request, CancellationToken cancellationToken) =>
        [.. QueryPairs.Read(request), .. await ReadAsync(request, cancellationToken)];

    /// <summary>The body's names and values; none when there is no body.</summary>
    private static async ValueTask<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] bytes = await RequestBody.ReadAsync(request, cancellationToken);
        if (bytes.Length == 0) return [];
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new InvalidRequestException(Body, "is not a JSON object.");
            return [.. json.RootElement.EnumerateObject().Take(QueryPairs.MaxCount + 1).Where(p => p.Value.ValueKind != JsonValueKind.Null).Select(p => new KeyValuePair<string, string>(p.Name, TextOf(p)))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter is half of a surrogate pair, written \ud800: well-formed JSON, and no text.
            throw new InvalidRequestException(Body, "is not a flat JSON object such as {\"name\":\"value\"}.");
        }
    }

    private static string TextOf(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.String => property.Value.GetString()!,
        JsonValueKind.Array or JsonValueKind.Object => throw new InvalidRequestException(property.Name, "is a list or an object where one value is expected."),
        _ => property.Value.GetRawText(),
    };
}
