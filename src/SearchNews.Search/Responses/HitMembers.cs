using System.Text.Json;

namespace SearchNews.Search.Responses;

/// <summary>The members of a hit in JSON, and those of its parts.</summary>
internal static class HitMembers
{
    private static readonly JsonMembers<ProviderInfo> Provider = new(
        new("name", static (writer, name, provider) => writer.WriteString(name, provider.Name)),
        new("domain", static (writer, name, provider) => writer.WriteString(name, provider.Domain)));

    private static readonly JsonMembers<ImageInfo> Image = new(
        new("url", static (writer, name, image) => writer.WriteString(name, image.Url)),
        new("width", static (writer, name, image) => writer.Write(name, image.Width)),
        new("height", static (writer, name, image) => writer.Write(name, image.Height)));

    private static readonly JsonMembers<StoryInfo> Story = new(
        new("id", static (writer, name, story) => writer.WriteString(name, story.Id)),
        new("size", static (writer, name, story) => writer.WriteNumber(name, story.Size)),
        new("providers", static (writer, name, story) => writer.Write(name, story.Providers)));

    /// <summary>Those of a hit.</summary>
    public static JsonMembers<SearchHit> Hit { get; } = new(
        new("id", static (writer, name, hit) => writer.WriteString(name, hit.Id)),
        new("score", static (writer, name, hit) => writer.Write(name, hit.Score)),
        new("title", static (writer, name, hit) => writer.WriteString(name, hit.Title)),
        new("excerpt", static (writer, name, hit) => writer.WriteString(name, hit.Excerpt)),
        new("publishedDateTime", static (writer, name, hit) => writer.Write(name, hit.PublishedDateTime)),
        new("url", static (writer, name, hit) => writer.WriteString(name, hit.Url)),
        new("ampUrl", static (writer, name, hit) => writer.WriteString(name, hit.AmpUrl)),
        new("type", static (writer, name, hit) => writer.WriteString(name, hit.Type)),
        new("category", static (writer, name, hit) => writer.WriteString(name, hit.Category)),
        new("quality", static (writer, name, hit) => writer.Write(name, hit.Quality)),
        new("heat", static (writer, name, hit) => writer.Write(name, hit.Heat)),
        new("coverage", static (writer, name, hit) => writer.Write(name, hit.Coverage)),
        new("provider", static (writer, name, hit) => Provider.Write(writer, name, hit.Provider)),
        new("topics", static (writer, name, hit) => writer.Write(name, hit.Topics)),
        new("image", static (writer, name, hit) => Image.Write(writer, name, hit.Image)),
        new("story", static (writer, name, hit) => Story.Write(writer, name, hit.Story)),
        new("highlights", static (writer, name, hit) => Write(writer, name, hit.Highlights)),
        new("explain", static (writer, name, hit) => Write(writer, name, hit.Explain)));

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, Highlights? highlights)
    {
        writer.WritePropertyName(name);
        if (highlights is null) writer.WriteNullValue();
        else HighlightsJsonConverter.Write(writer, highlights);
    }

    private static void Write(Utf8JsonWriter writer, JsonEncodedText name, ScoreExplanation? explanation)
    {
        writer.WritePropertyName(name);
        if (explanation is null) writer.WriteNullValue();
        else JsonSerializer.Serialize(writer, explanation, SearchJson.Default.ScoreExplanation);
    }
}
