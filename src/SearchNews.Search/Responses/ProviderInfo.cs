using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>Who published an article.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Domain">Domain.</param>
public sealed record ProviderInfo(string? Name, string? Domain) : ISparse
{
    /// <inheritdoc/>
    [JsonIgnore]
    public FieldSelection? Selection { get; init; }
}
