using System.Globalization;
using System.Net;
using System.Xml;
using SearchNews.Search;

namespace SearchNews.Api.Feeds;

/// <summary>
/// RSS 2.0 as the RSS Advisory Board's Best Practices Profile wants it: plain text everywhere but in descriptions, which are HTML; dates of RFC 822 with
/// four digits of the year. Images are <c>media:content</c>: an enclosure would want a length, which nobody knows here. An item's own feed is not known
/// either, so there is no <c>source</c>, and publishers have no address for <c>author</c>: they are <c>dc:creator</c>.
/// </summary>
internal static class RssWriter
{
    private const string Dc = "http://purl.org/dc/elements/1.1/";
    private const string Media = "http://search.yahoo.com/mrss/";
    private const string Specification = "https://www.rssboard.org/rss-specification";

    public static ReadOnlyMemory<byte> Write(Feed feed) => FeedXml.Write(feed, WriteRss);

    private static void WriteRss(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, FeedXml.AtomNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, Dc);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        WritePlain(xml, "title", feed.Title);
        xml.WriteElementString("link", feed.HomePage);
        WritePlain(xml, "description", feed.Description);
        FeedXml.WritePageLinks(xml, feed, FeedFormat.Rss.MediaType);
        xml.WriteElementString("lastBuildDate", DateOf(feed.Updated));
        xml.WriteElementString("generator", "SearchNews " + ProgramVersion.Text);
        xml.WriteElementString("docs", Specification);
        foreach (FeedItem item in feed.Items) WriteItem(xml, item);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteItem(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        WritePlain(xml, "title", item.Title);
        xml.WriteElementString("link", item.Url);
        if (item.Summary is not null) xml.WriteElementString("description", WebUtility.HtmlEncode(item.Summary));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.Id);
        xml.WriteEndElement();
        if ((item.Published ?? item.Modified) is { } date) xml.WriteElementString("pubDate", DateOf(date));
        if (item.Author is not null) xml.WriteElementString("creator", Dc, item.Author);
        foreach (string topic in item.Topics) WritePlain(xml, "category", topic);
        WriteImage(xml, item);
        xml.WriteEndElement();
    }

    private static void WriteImage(XmlWriter xml, FeedItem item)
    {
        if (item.Image is null) return;
        xml.WriteStartElement("content", Media);
        xml.WriteAttributeString("url", item.Image);
        xml.WriteAttributeString("medium", "image");
        if (FeedAddress.ImageTypeOf(item.Image) is { } type) xml.WriteAttributeString("type", type);
        if (item.ImageWidth is { } width) xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
        if (item.ImageHeight is { } height) xml.WriteAttributeString("height", height.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    /// <summary>Plain text whose <c>&amp;</c> and <c>&lt;</c> are character references, which the profile found most readers to show as they are.</summary>
    private static void WritePlain(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name);
        int start = 0;
        for (int i = text.AsSpan().IndexOfAny('&', '<'); i >= 0 && start < text.Length; i = text.AsSpan(start).IndexOfAny('&', '<'))
        {
            xml.WriteString(text.Substring(start, i));
            xml.WriteCharEntity(text[start + i]);
            start += i + 1;
        }

        xml.WriteString(text[start..]);
        xml.WriteEndElement();
    }

    private static string DateOf(DateTimeOffset date) => date.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
}
