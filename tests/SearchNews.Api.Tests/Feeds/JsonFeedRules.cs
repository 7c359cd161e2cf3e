using System.Text.Json;

namespace SearchNews.Api.Tests.Feeds;

/// <summary>JSON Feed 1.1. Source: https://www.jsonfeed.org/version/1.1/</summary>
internal sealed class JsonFeedRules : FeedRules
{
    private static readonly string[] OfFeed =
        ["version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "authors", "language", "expired", "hubs", "items"];

    private static readonly string[] OfItem =
    [
        "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published", "date_modified", "authors", "tags", "language",
        "attachments",
    ];

    private static readonly string[] OfAuthor = ["name", "url", "avatar"];

    /// <summary>The rules that a document breaks.</summary>
    public static IReadOnlyList<string> Check(string text)
    {
        var rules = new JsonFeedRules();
        try
        {
            rules.CheckFeed(JsonElement.Parse(text));
        }
        catch (JsonException e)
        {
            rules.Rule(holds: false, "well-formed JSON: " + e.Message);
        }

        return rules.Broken;
    }

    private void CheckFeed(JsonElement feed)
    {
        CheckNames(feed, OfFeed, "feed");
        Rule(TextOf(feed, "version") == "https://jsonfeed.org/version/1.1", "the version is that of JSON Feed 1.1");
        Rule(!string.IsNullOrWhiteSpace(TextOf(feed, "title")), "the feed has a title");
        foreach (string name in (string[])["home_page_url", "feed_url", "next_url", "icon", "favicon"]) CheckAddress(feed, name);
        Rule(TextOf(feed, "next_url") is not { } next || next != TextOf(feed, "feed_url"), "the next page is another one");
        if (!feed.TryGetProperty("items", out JsonElement items) || items.ValueKind != JsonValueKind.Array)
        {
            Rule(holds: false, "the feed has items");
            return;
        }

        foreach (JsonElement item in items.EnumerateArray()) CheckItem(item);
        string?[] ids = [.. items.EnumerateArray().Select(i => TextOf(i, "id"))];
        Rule(ids.Distinct(StringComparer.Ordinal).Count() == ids.Length, "no two items have one id");
    }

    private void CheckItem(JsonElement item)
    {
        CheckNames(item, OfItem, "item");
        Rule(!string.IsNullOrEmpty(TextOf(item, "id")), "an item has an id, a text");
        Rule(TextOf(item, "content_html") is not null || TextOf(item, "content_text") is not null, "an item has a content");
        foreach (string name in (string[])["url", "external_url", "image", "banner_image"]) CheckAddress(item, name);
        foreach (string name in (string[])["date_published", "date_modified"])
            Rule(!item.TryGetProperty(name, out JsonElement date) || (date.ValueKind == JsonValueKind.String && IsRfc3339(date.GetString())), $"{name} is a date of RFC 3339");
        if (item.TryGetProperty("authors", out JsonElement authors)) CheckAuthors(authors);
        if (item.TryGetProperty("tags", out JsonElement tags)) Rule(tags.ValueKind == JsonValueKind.Array && tags.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String), "tags are texts");
    }

    private void CheckAuthors(JsonElement authors)
    {
        if (authors.ValueKind != JsonValueKind.Array)
        {
            Rule(holds: false, "authors are a list");
            return;
        }

        foreach (JsonElement author in authors.EnumerateArray())
        {
            CheckNames(author, OfAuthor, "author");
            Rule(OfAuthor.Any(name => !string.IsNullOrWhiteSpace(TextOf(author, name))), "an author has a name, an address or a picture");
        }
    }

    private void CheckAddress(JsonElement parent, string name) => Rule(!parent.TryGetProperty(name, out JsonElement value) || IsAddress(value.GetString()), $"{name} is an address: {value}");

    private void CheckNames(JsonElement parent, string[] known, string what)
    {
        string[] names = [.. parent.EnumerateObject().Select(p => p.Name)];
        foreach (string name in names) Rule(name.StartsWith('_') || known.Contains(name, StringComparer.Ordinal), $"the {what} may hold {name}");
        Rule(names.Distinct(StringComparer.Ordinal).Count() == names.Length, $"the {what} has each member once");
    }

    private static string? TextOf(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
