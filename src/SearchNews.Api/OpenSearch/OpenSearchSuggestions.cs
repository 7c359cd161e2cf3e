using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SearchNews.Search.Responses;

namespace SearchNews.Api.OpenSearch;

/// <summary>
/// Suggestions as browsers read them: <c>[what was typed, [texts], [descriptions], [addresses]]</c>, the addresses being searches on the page.
/// Source: OpenSearch Suggestions extension 1.1.
/// </summary>
internal static class OpenSearchSuggestions
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them as UTF-8.</summary>
    /// <param name="typed">What was typed, unchanged: browsers compare it.</param>
    /// <param name="suggestions">The suggestions.</param>
    /// <param name="address">What absolute addresses begin with.</param>
    public static ReadOnlyMemory<byte> Write(string typed, IReadOnlyList<Suggestion> suggestions, string address)
    {
        var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartArray();
            json.WriteStringValue(typed);
            WriteList(json, suggestions, static suggestion => suggestion.Text);
            WriteList(json, suggestions, Describe);
            WriteList(json, suggestions, suggestion => $"{address}/?q={Uri.EscapeDataString(suggestion.Text)}");
            json.WriteEndArray();
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<Suggestion> suggestions, Func<Suggestion, string> value)
    {
        json.WriteStartArray();
        foreach (Suggestion suggestion in suggestions) json.WriteStringValue(value(suggestion));
        json.WriteEndArray();
    }

    private static string Describe(Suggestion suggestion)
    {
        string articles = suggestion.Count == 1 ? "1 article" : string.Create(CultureInfo.InvariantCulture, $"{suggestion.Count:N0} articles");
        return suggestion.Kind == SuggestionKind.Headline ? $"Headline, {articles}" : articles;
    }
}
