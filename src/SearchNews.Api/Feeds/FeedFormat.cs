namespace SearchNews.Api.Feeds;

/// <summary>A form that feeds are written in.</summary>
/// <param name="Extension">Follows the route of the search, with its dot.</param>
/// <param name="MediaType">What it is served as.</param>
/// <param name="Accepted">Media types of clients that take it: its own first, and the families that it is one of.</param>
/// <param name="Write">Writes a feed as UTF-8.</param>
internal sealed record FeedFormat(string Extension, string MediaType, IReadOnlyList<string> Accepted, Func<Feed, ReadOnlyMemory<byte>> Write)
{
    public static readonly FeedFormat Rss = new(".rss", "application/rss+xml", ["application/rss+xml", "application/xml", "text/xml"], RssWriter.Write);

    public static readonly FeedFormat Atom = new(".atom", "application/atom+xml", ["application/atom+xml", "application/xml", "text/xml"], AtomWriter.Write);

    public static readonly FeedFormat Json = new(".json", "application/feed+json", ["application/feed+json", "application/json"], JsonFeedWriter.Write);
}
