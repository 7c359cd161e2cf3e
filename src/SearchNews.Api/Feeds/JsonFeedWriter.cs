using System.Text.Json;

namespace SearchNews.Api.Feeds;

/// <summary>JSON Feed 1.1. Source: https://www.jsonfeed.org/version/1.1/</summary>
internal static class JsonFeedWriter
{
    public static ReadOnlyMemory<byte> Write(Feed feed) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonFeed
        {
            Title = feed.Title,
            HomePageUrl = feed.HomePage,
            FeedUrl = feed.Self,
            Description = feed.Description,
            NextUrl = feed.Next,
            Items = [.. feed.Items.Select(Of)],
        },
        ApiJson.Relaxed.JsonFeed);

    private static JsonFeedItem Of(FeedItem item) => new()
    {
        Id = item.Id,
        Url = item.Url,
        Title = item.Title,
        ContentText = item.Summary ?? item.Title,
        Image = item.Image,
        DatePublished = item.Published is { } published ? AtomWriter.DateOf(published) : null,
        DateModified = item.Modified is { } modified ? AtomWriter.DateOf(modified) : null,
        Authors = item.Author is null ? null : [new JsonFeedAuthor(item.Author)],
        Tags = item.Topics.Count == 0 ? null : item.Topics,
    };
}
