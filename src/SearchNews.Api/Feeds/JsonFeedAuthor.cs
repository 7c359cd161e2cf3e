namespace SearchNews.Api.Feeds;

/// <summary>An author in a JSON Feed.</summary>
/// <param name="Name">The name.</param>
public sealed record JsonFeedAuthor(string Name);
