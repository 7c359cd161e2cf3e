using SearchNews.Api.Requests;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Feeds;

/// <summary>Makes a feed of a page of hits.</summary>
internal sealed class FeedBuilder
{
    private readonly string _base;
    private readonly bool _grouped;
    private readonly DateTimeOffset _fallbackDate;

    /// <summary>Creates a builder.</summary>
    /// <param name="baseAddress">Scheme and host that the client asked, without a slash at the end.</param>
    /// <param name="grouping">What one hit stands for.</param>
    /// <param name="fallbackDate">What is said of articles without any date, and of a feed without items: when the index was built.</param>
    public FeedBuilder(string baseAddress, HitGrouping grouping, DateTimeOffset fallbackDate)
    {
        _base = baseAddress;
        _grouped = grouping == HitGrouping.Story;
        _fallbackDate = fallbackDate;
    }

    /// <summary>The feed of an answer whose addresses are filled.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="path">Path of the feed.</param>
    /// <param name="pairs">The parameters asked with.</param>
    public Feed Build(SearchResponse response, string path, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        FeedItem[] items = [.. response.Hits.Select(ToItem)];
        bool byCursor = pairs.Any(p => p.Key == "cursor" && !string.IsNullOrWhiteSpace(p.Value));
        string subscription = CanonicalUrl.QueryOf(FeedQuery.Subscription(pairs));
        return new Feed
        {
            Id = FeedUrn.OfFeed(FeedQuery.IdentityOf(pairs)),
            Title = FeedQuery.TitleOf(pairs),
            Description = _grouped ? "What SearchNews finds, one item a story." : "What SearchNews finds, one item an article.",
            HomePage = _base + "/" + subscription,
            Self = _base + path + CanonicalUrl.QueryOf(pairs),
            First = response.Page <= 1 && !byCursor ? null : _base + path + subscription,
            Previous = response.Page <= 1 || byCursor ? null : _base + path + CanonicalUrl.QueryOf(PageLinks.WithPage(pairs, response.Page - 1)),
            Next = response.Next is null ? null : _base + response.Next,
            Updated = items.Length == 0 ? _fallbackDate : items.Max(i => i.Updated),
            Items = items,
        };
    }

    private FeedItem ToItem(SearchHit hit)
    {
        string? summary = FeedText.CleanOrNull(hit.Excerpt);
        string? title = FeedText.CleanOrNull(hit.Title) ?? (summary is null ? null : FeedText.Shorten(summary, FeedText.MaxTitle));
        string? image = FeedAddress.Of(hit.Image?.Url);
        return new FeedItem
        {
            Id = _grouped ? FeedUrn.OfStory(hit.Story?.Id ?? hit.Id) : FeedUrn.OfArticle(hit.Id),
            Url = FeedAddress.Of(hit.Url) ?? $"{_base}/v1/articles/{Uri.EscapeDataString(hit.Id)}",
            Title = title ?? FeedText.CleanOrNull(hit.Id) ?? "Untitled",
            Summary = summary,
            Published = hit.PublishedDateTime,
            Modified = hit.UpdatedDateTime,
            Updated = hit.UpdatedDateTime ?? hit.PublishedDateTime ?? _fallbackDate,
            Author = FeedText.CleanOrNull(hit.Provider?.Name) ?? FeedText.CleanOrNull(hit.Provider?.Domain),
            Topics = [.. hit.Topics.Select(FeedText.CleanOrNull).OfType<string>().Distinct(StringComparer.Ordinal)],
            Image = image,
            ImageWidth = image is null ? null : hit.Image?.Width,
            ImageHeight = image is null ? null : hit.Image?.Height,
        };
    }
}
