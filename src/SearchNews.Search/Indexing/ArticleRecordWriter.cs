using System.Buffers;
using System.Text.Json;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Indexing;

/// <summary>
/// Writes what <see cref="ArticleRecordJson"/> reads, byte for byte as the serializer would. By hand, as the serializer's set-up takes longer than a small update.
/// </summary>
internal static class ArticleRecordWriter
{
    // Records of real articles have about 700 bytes.
    private const int UsualLength = 1024;

    // Buffers are used again, by each thread, unless they grew beyond this.
    private const int MostKept = 64 << 10;

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) t_writer;

    /// <summary>The stored form of a record.</summary>
    public static byte[] Write(ArticleRecord record)
    {
        if (t_writer.Bytes is null)
        {
            var first = new ArrayBufferWriter<byte>(UsualLength);
            t_writer = (first, new Utf8JsonWriter(first));
        }

        (ArrayBufferWriter<byte> bytes, Utf8JsonWriter json) = t_writer;
        bytes.ResetWrittenCount();
        json.Reset(bytes);
        Write(json, record);
        json.Flush();
        byte[] written = bytes.WrittenSpan.ToArray();
        if (bytes.Capacity > MostKept) t_writer = default;
        return written;
    }

    private static void Write(Utf8JsonWriter json, ArticleRecord record)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, record.Id);
        json.WriteString("hash"u8, record.Hash);
        json.WriteString("title"u8, record.Title);
        json.WriteString("excerpt"u8, record.Excerpt);
        if (record.PublishedDateTime is { } published) json.WriteString("publishedDateTime"u8, published);
        if (record.UpdatedDateTime is { } updated) json.WriteString("updatedDateTime"u8, updated);
        if (record.Url is not null) json.WriteString("url"u8, record.Url);
        if (record.AmpUrl is not null) json.WriteString("ampUrl"u8, record.AmpUrl);
        if (record.Type is not null) json.WriteString("type"u8, record.Type);
        if (record.Category is not null) json.WriteString("category"u8, record.Category);
        if (record.Quality is { } quality) json.WriteNumber("quality"u8, quality);
        if (record.Heat is { } heat) json.WriteNumber("heat"u8, heat);
        if (record.Coverage is { } coverage) json.WriteNumber("coverage"u8, coverage);
        if (record.Published is { } isPublished) json.WriteBoolean("published"u8, isPublished);
        if (record.Provider is not null) Write(json, record.Provider);
        json.WriteStartArray("topics"u8);
        foreach (string topic in record.Topics) json.WriteStringValue(topic);
        json.WriteEndArray();
        if (record.Image is not null) Write(json, record.Image);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProviderInfo provider)
    {
        json.WriteStartObject("provider"u8);
        if (provider.Name is not null) json.WriteString("name"u8, provider.Name);
        if (provider.Domain is not null) json.WriteString("domain"u8, provider.Domain);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImageInfo image)
    {
        json.WriteStartObject("image"u8);
        json.WriteString("url"u8, image.Url);
        if (image.Width is { } width) json.WriteNumber("width"u8, width);
        if (image.Height is { } height) json.WriteNumber("height"u8, height);
        json.WriteEndObject();
    }
}
