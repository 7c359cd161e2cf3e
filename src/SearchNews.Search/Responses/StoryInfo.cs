using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>The story that an article shares with others.</summary>
/// <param name="Id">The story's id: that of its first article.</param>
/// <param name="Size">Number of its articles.</param>
/// <param name="Providers">Domains that cover it, the leader's first.</param>
public sealed record StoryInfo(string Id, int Size, IReadOnlyList<string> Providers) : ISparse
{
    /// <inheritdoc/>
    [JsonIgnore]
    public FieldSelection? Selection { get; init; }
}
