using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary><c>{"title":[],"excerpt":[]}</c>, the lists holding either strings or <c>{"start","end"}</c>.</summary>
public sealed class HighlightsJsonConverter : JsonConverter<Highlights>
{
    private static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    private static readonly JsonEncodedText Excerpt = JsonEncodedText.Encode("excerpt");
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText End = JsonEncodedText.Encode("end");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Highlights value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        Write(writer, value);
    }

    /// <inheritdoc/>
    public override Highlights Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument json = JsonDocument.ParseValue(ref reader);
        JsonElement[] title = [.. json.RootElement.GetProperty(Title.Value).EnumerateArray()];
        JsonElement[] excerpt = [.. json.RootElement.GetProperty(Excerpt.Value).EnumerateArray()];
        return title.Concat(excerpt).Any(item => item.ValueKind == JsonValueKind.Object)
            ? Highlights.Empty with { Offsets = new HighlightOffsets([.. title.Select(ToSpan)], [.. excerpt.Select(ToSpan)]) }
            : new Highlights([.. title.Select(ToText)], [.. excerpt.Select(ToText)]);
    }

    /// <summary>The same without a serializer.</summary>
    internal static void Write(Utf8JsonWriter writer, Highlights value)
    {
        writer.WriteStartObject();
        if (value.Offsets is { } offsets)
        {
            Write(writer, Title, offsets.Title);
            Write(writer, Excerpt, offsets.Excerpt);
        }
        else
        {
            writer.Write(Title, value.Title);
            writer.Write(Excerpt, value.Excerpt);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<HighlightSpan> spans)
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

    private static HighlightSpan ToSpan(JsonElement item) => new(item.GetProperty(Start.Value).GetInt32(), item.GetProperty(End.Value).GetInt32());
}
