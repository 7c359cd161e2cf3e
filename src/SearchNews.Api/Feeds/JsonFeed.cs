using System.Text.Json.Serialization;

namespace SearchNews.Api.Feeds;

/// <summary>A JSON Feed 1.1: absent values are left out, as its specification has them. Source: https://www.jsonfeed.org/version/1.1/</summary>
public sealed record JsonFeed
{
    /// <summary>Names the version of the format.</summary>
    public string Version { get; init; } = "https://jsonfeed.org/version/1.1";

    /// <summary>What is searched for.</summary>
    public required string Title { get; init; }

    /// <summary>The same search for people.</summary>
    [JsonPropertyName("home_page_url")]
    public required string HomePageUrl { get; init; }

    /// <summary>This page of the feed.</summary>
    [JsonPropertyName("feed_url")]
    public required string FeedUrl { get; init; }

    /// <summary>A sentence about it.</summary>
    public required string Description { get; init; }

    /// <summary>The next page; left out on the last.</summary>
    [JsonPropertyName("next_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextUrl { get; init; }

    /// <summary>The items, in the order of the search.</summary>
    public required IReadOnlyList<JsonFeedItem> Items { get; init; }
}
