using System.Text.Json.Serialization;

namespace SearchNews.Api.Feeds;

/// <summary>An item of a JSON Feed.</summary>
public sealed record JsonFeedItem
{
    /// <summary>An id that lasts.</summary>
    public required string Id { get; init; }

    /// <summary>Where to read it.</summary>
    public required string Url { get; init; }

    /// <summary>The title, or the beginning of the excerpt.</summary>
    public required string Title { get; init; }

    /// <summary>The excerpt, or else the title; the format wants a content.</summary>
    [JsonPropertyName("content_text")]
    public required string ContentText { get; init; }

    /// <summary>Address of an image; left out when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Image { get; init; }

    /// <summary>Publication, RFC 3339; left out when not known.</summary>
    [JsonPropertyName("date_published")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DatePublished { get; init; }

    /// <summary>The publisher's last change, RFC 3339; left out when not known.</summary>
    [JsonPropertyName("date_modified")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DateModified { get; init; }

    /// <summary>Who published it; left out when not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<JsonFeedAuthor>? Authors { get; init; }

    /// <summary>Topics; left out when there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Tags { get; init; }
}
