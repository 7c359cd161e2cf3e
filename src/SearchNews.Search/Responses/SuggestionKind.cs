using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>What a suggestion is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SuggestionKind>))]
public enum SuggestionKind
{
    /// <summary>The text typed with its last word completed.</summary>
    [JsonStringEnumMemberName("term")]
    Term,

    /// <summary>The title of an article.</summary>
    [JsonStringEnumMemberName("headline")]
    Headline,
}
