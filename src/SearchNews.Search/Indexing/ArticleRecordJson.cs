using System.Text.Json;
using System.Text.Json.Serialization;

namespace SearchNews.Search.Indexing;

/// <summary>The stored form of an <see cref="ArticleRecord"/>: compact JSON in UTF-8, absent values left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ArticleRecord))]
internal sealed partial class ArticleRecordJson : JsonSerializerContext
{
    public static byte[] Serialize(ArticleRecord record) => ArticleRecordWriter.Write(record);

    public static ArticleRecord Deserialize(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Default.ArticleRecord) ?? throw new JsonException("The stored article is null.");
}
