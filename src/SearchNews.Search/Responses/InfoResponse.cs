using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>What is being served.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Schema">Version of the index schema.</param>
/// <param name="Generation">The live generation.</param>
/// <param name="Commit">Its commit.</param>
/// <param name="Articles">Number of articles.</param>
/// <param name="Stories">Number of stories, those of one article counted; null when articles are not grouped.</param>
/// <param name="BuiltAt">When the generation was built.</param>
/// <param name="Source">Name of the source folder, without its path.</param>
/// <param name="Profile">The default ranking profile.</param>
public sealed record InfoResponse(
    string Version,
    int Schema,
    string Generation,
    long Commit,
    long Articles,
    long? Stories,
    DateTimeOffset? BuiltAt,
    string? Source,
    string Profile)
{
    /// <summary>Differs between files of synonyms of different content; empty without one. Answers depend on it, clients need not know it.</summary>
    [JsonIgnore]
    public string Synonyms { get; init; } = "";
}
