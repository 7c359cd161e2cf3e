using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary><c>{"title":[],"excerpt":[]}</c>, the lists holding either strings or <c>{"start","end"}</c>.</summary>
public sealed class HighlightsJsonConverter : JsonConverter<Highlights>
{
    private const string Title = "title";
    private const string Excerpt = "excerpt";
    private const string Start = "start";
    private const string End = "end";

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Highlights value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        if (value.Offsets is { } offsets)
        {
            Write(writer, Title, offsets.Title);
            Write(writer, Excerpt, offsets.Excerpt);
        }
        else
        {
            Write(writer, Title, value.Title);
            Write(writer, Excerpt, value.Excerpt);
        }

        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public override Highlights Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument json = JsonDocument.ParseValue(ref reader);
        JsonElement[] title = [.. json.RootElement.GetProperty(Title).EnumerateArray()];
        JsonElement[] excerpt = [.. json.RootElement.GetProperty(Excerpt).EnumerateArray()];
        return title.Concat(excerpt).Any(item => item.ValueKind == JsonValueKind.Object)
            ? Highlights.Empty with { Offsets = new HighlightOffsets([.. title.Select(ToSpan)], [.. excerpt.Select(ToSpan)]) }
            : new Highlights([.. title.Select(ToText)], [.. excerpt.Select(ToText)]);
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string> passages)
    {
        writer.WriteStartArray(name);
        foreach (string passage in passages) writer.WriteStringValue(passage);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<HighlightSpan> spans)
    {
        writer.WriteStartArray(name);
        foreach (HighlightSpan span in spans)
        {
            writer.WriteStartObject();
            writer.WriteNumber(Start, span.Start);
            writer.WriteNumber(End, span.End);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string ToText(JsonElement item) => item.GetString() ?? "";

    private static HighlightSpan ToSpan(JsonElement item) => new(item.GetProperty(Start).GetInt32(), item.GetProperty(End).GetInt32());
}
