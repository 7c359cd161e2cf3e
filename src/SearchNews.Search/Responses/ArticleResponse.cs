using System.Text.Json.Serialization;

namespace SearchNews.Search.Responses;

/// <summary>An article as stored; absent values are null.</summary>
public record ArticleResponse : ISparse
{
    /// <summary>The article's id.</summary>
    [JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>Title, cleaned.</summary>
    public string? Title { get; init; }

    /// <summary>Excerpt, cleaned.</summary>
    public string? Excerpt { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedDateTime { get; init; }

    /// <summary>The publisher's last change, for feeds; no part of answers in JSON.</summary>
    [JsonIgnore]
    public DateTimeOffset? UpdatedDateTime { get; init; }

    /// <summary>Where to read it.</summary>
    public string? Url { get; init; }

    /// <summary>Its accelerated mobile page.</summary>
    public string? AmpUrl { get; init; }

    /// <summary>Type, such as <c>article</c> or <c>video</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Category.</summary>
    public string? Category { get; init; }

    /// <summary>Quality as given.</summary>
    public double? Quality { get; init; }

    /// <summary>Heat as given; -1 marks a story member that does not lead.</summary>
    public double? Heat { get; init; }

    /// <summary>Coverage derived from heat and quality, 0 to 50.</summary>
    public double? Coverage { get; init; }

    /// <summary>Who published it.</summary>
    public ProviderInfo? Provider { get; init; }

    /// <summary>Topics in their original spelling.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The first usable image.</summary>
    public ImageInfo? Image { get; init; }

    /// <summary>The story it belongs to, or null when it stands alone.</summary>
    public StoryInfo? Story { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public FieldSelection? Selection { get; init; }
}
