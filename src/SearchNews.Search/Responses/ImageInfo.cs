using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>An image of an article.</summary>
/// <param name="Url">Address.</param>
/// <param name="Width">Pixels, or null.</param>
/// <param name="Height">Pixels, or null.</param>
public sealed record ImageInfo(string Url, int? Width, int? Height) : ISparse
{
    /// <inheritdoc/>
    [JsonIgnore]
    public FieldSelection? Selection { get; init; }
}
