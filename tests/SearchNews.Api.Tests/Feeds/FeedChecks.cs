using System.Text.Json;
using System.Xml.Linq;

namespace SearchNews.Api.Tests.Feeds;

/// <summary>The three feeds of a search by their endings: their rules, and what tests look for in them.</summary>
internal static class FeedChecks
{
    public static readonly string[] Extensions = ["rss", "atom", "json"];

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Asserts that a feed was answered, of the right type, and that it breaks no rule.</summary>
    public static void ShouldBeFeed(this ApiAnswer answer, string extension)
    {
        ((int)answer.Status).ShouldBe(200, answer.Body);
        answer.Header("Content-Type").ShouldBe(MediaTypeOf(extension) + "; charset=utf-8");
        BrokenBy(answer.Body, extension).ShouldBeEmpty(answer.Body);
    }

    public static IReadOnlyList<string> BrokenBy(string text, string extension) => extension switch
    {
        "rss" => RssRules.Check(text),
        "atom" => AtomRules.Check(text),
        _ => JsonFeedRules.Check(text),
    };

    public static string MediaTypeOf(string extension) => extension switch
    {
        "rss" => "application/rss+xml",
        "atom" => "application/atom+xml",
        _ => "application/feed+json",
    };

    /// <summary>Ids of the items, in their order.</summary>
    public static string[] IdsOf(string text, string extension) => extension switch
    {
        "rss" => [.. XDocument.Parse(text).Descendants("guid").Select(g => g.Value)],
        "atom" => [.. XDocument.Parse(text).Descendants(Atom + "entry").Elements(Atom + "id").Select(i => i.Value)],
        _ => [.. JsonElement.Parse(text).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)],
    };

    /// <summary>Address of another page, or null.</summary>
    public static string? PageOf(string text, string extension, string relation)
    {
        if (extension != "json") return XDocument.Parse(text).Descendants(Atom + "link").SingleOrDefault(l => l.Attribute("rel")?.Value == relation)?.Attribute("href")?.Value;
        string name = relation == "self" ? "feed_url" : relation + "_url";
        return JsonElement.Parse(text).TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
    }
}
