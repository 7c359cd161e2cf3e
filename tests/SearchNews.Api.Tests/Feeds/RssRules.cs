using System.Globalization;
using System.Xml.Linq;

namespace SearchNews.Api.Tests.Feeds;

/// <summary>RSS 2.0 with the RSS Advisory Board's Best Practices Profile. Source: https://www.rssboard.org/rss-specification and /rss-profile.</summary>
internal sealed class RssRules : FeedRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    private static readonly string[] OfChannel =
    [
        "title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl",
        "image", "rating", "textInput", "skipHours", "skipDays", "item",
    ];

    private static readonly string[] OfItem = ["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];

    private static readonly string[] Media1 = ["image", "audio", "video", "document", "executable"];

    /// <summary>The rules that a document breaks.</summary>
    public static IReadOnlyList<string> Check(string text)
    {
        var rules = new RssRules();
        if (rules.ReadXml(text) is { } root) rules.CheckRoot(root);
        return rules.Broken;
    }

    private void CheckRoot(XElement root)
    {
        Rule(root.Name == "rss", "the root is rss, in no namespace");
        Rule(root.Attribute("version")?.Value == "2.0", "version is 2.0");
        XElement[] channels = [.. root.Elements()];
        Rule(channels.Length == 1 && channels[0].Name == "channel", "rss has one channel and nothing else");
        if (root.Element("channel") is { } channel) CheckChannel(channel);
    }

    private void CheckChannel(XElement channel)
    {
        CheckNames(channel, OfChannel, "category", "item");
        foreach (string name in (string[])["title", "link", "description"]) Rule(channel.Elements(name).Count() == 1, $"the channel has one {name}");
        Rule(IsAddress(channel.Element("link")?.Value), "the channel's link is an address");
        foreach (XElement date in channel.Elements("lastBuildDate").Concat(channel.Elements("pubDate"))) Rule(IsRfc822(date.Value), $"{date.Name} is a date of RFC 822: {date.Value}");
        foreach (XElement docs in channel.Elements("docs")) Rule(IsAddress(docs.Value), "docs is an address");
        foreach (XElement ttl in channel.Elements("ttl")) Rule(int.TryParse(ttl.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _), "ttl is a number");
        CheckAtomLinks(channel);
        XElement[] items = [.. channel.Elements("item")];
        foreach (XElement item in items) CheckItem(item);
        string[] ids = [.. items.Elements("guid").Select(g => g.Value)];
        Rule(ids.Distinct(StringComparer.Ordinal).Count() == ids.Length, "no two items have one guid");
    }

    private void CheckAtomLinks(XElement channel)
    {
        XElement[] links = [.. channel.Elements(Atom + "link")];
        Rule(links.Count(l => l.Attribute("rel")?.Value == "self") == 1, "there is one atom:link to the feed itself");
        foreach (XElement link in links)
        {
            Rule(IsAddress(link.Attribute("href")?.Value), "the href of an atom:link is an address");
            Rule(link.Attribute("type")?.Value == "application/rss+xml", "the type of an atom:link to a feed is application/rss+xml");
        }
    }

    private void CheckItem(XElement item)
    {
        CheckNames(item, OfItem, "category");
        Rule(item.Elements("title").Any() || item.Elements("description").Any(), "an item has a title or a description");
        foreach (XElement title in item.Elements("title")) Rule(title.Value.Trim().Length > 0, "a title is not blank");
        foreach (XElement link in item.Elements("link")) Rule(IsAddress(link.Value), $"an item's link is an address: {link.Value}");
        foreach (XElement date in item.Elements("pubDate")) Rule(IsRfc822(date.Value), $"pubDate is a date of RFC 822: {date.Value}");
        Rule(item.Elements("guid").Any(), "an item has a guid");
        foreach (XElement guid in item.Elements("guid"))
        {
            string permanent = guid.Attribute("isPermaLink")?.Value ?? "true";
            Rule(permanent is "true" or "false", "isPermaLink is true or false");
            Rule(permanent == "false" ? guid.Value.Trim().Length > 0 : IsAddress(guid.Value), "a guid is not blank, and an address when it is a link");
        }

        foreach (XElement category in item.Elements("category")) Rule(category.Value.Trim().Length > 0, "a category is not blank");
        foreach (XElement author in item.Elements("author")) Rule(author.Value.Contains('@', StringComparison.Ordinal), "an author is a mail address");
        foreach (XElement source in item.Elements("source")) Rule(IsAddress(source.Attribute("url")?.Value), "a source has the address of its feed");
        foreach (XElement creator in item.Elements(Dc + "creator")) Rule(creator.Value.Trim().Length > 0, "dc:creator is not blank");
        CheckFiles(item);
    }

    private void CheckFiles(XElement item)
    {
        foreach (XElement file in item.Elements("enclosure"))
        {
            Rule(IsAddress(file.Attribute("url")?.Value), "an enclosure has an address");
            Rule(long.TryParse(file.Attribute("length")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _), "an enclosure has a length");
            Rule(IsMediaType(file.Attribute("type")?.Value ?? ""), "an enclosure has a type");
        }

        foreach (XElement file in item.Elements(Media + "content"))
        {
            Rule(IsAddress(file.Attribute("url")?.Value), "media:content has an address");
            Rule(Media1.Contains(file.Attribute("medium")?.Value, StringComparer.Ordinal), "media:content has a medium that there is");
            foreach (string name in (string[])["width", "height"]) Rule(file.Attribute(name) is not { } size || int.TryParse(size.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _), $"{name} of media:content is a number");
        }
    }

    private void CheckNames(XElement parent, string[] known, params string[] repeatable)
    {
        foreach (IGrouping<string, XElement> name in parent.Elements().Where(e => e.Name.Namespace == XNamespace.None).GroupBy(e => e.Name.LocalName, StringComparer.Ordinal))
        {
            Rule(known.Contains(name.Key, StringComparer.Ordinal), $"{parent.Name} may hold {name.Key}");
            Rule(name.Count() == 1 || repeatable.Contains(name.Key, StringComparer.Ordinal), $"{parent.Name} has {name.Key} once");
            if (name.Key != "item") Rule(name.All(e => !e.HasElements), $"{name.Key} holds text alone");
        }
    }
}
