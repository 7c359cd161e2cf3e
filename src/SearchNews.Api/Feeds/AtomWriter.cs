using System.Globalization;
using System.Xml;
using SearchNews.Search;

namespace SearchNews.Api.Feeds;

/// <summary>Atom. Source: RFC 4287; pages as in RFC 5005.</summary>
internal static class AtomWriter
{
    private const string Ns = FeedXml.AtomNamespace;

    public static ReadOnlyMemory<byte> Write(Feed feed) => FeedXml.Write(feed, WriteFeed);

    /// <summary>The date as RFC 3339 writes it, UTC, with as many digits as it has.</summary>
    public static string DateOf(DateTimeOffset date) => date.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static void WriteFeed(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("feed", Ns);
        xml.WriteElementString("id", Ns, feed.Id);
        WriteText(xml, "title", feed.Title);
        WriteText(xml, "subtitle", feed.Description);
        xml.WriteElementString("updated", Ns, DateOf(feed.Updated));
        WriteAuthor(xml, "SearchNews");
        FeedXml.WritePageLinks(xml, feed, FeedFormat.Atom.MediaType);
        FeedXml.WriteLink(xml, "alternate", feed.HomePage, "text/html");
        xml.WriteStartElement("generator", Ns);
        xml.WriteAttributeString("version", ProgramVersion.Text);
        xml.WriteString("SearchNews");
        xml.WriteEndElement();
        foreach (FeedItem item in feed.Items) WriteEntry(xml, item);
        xml.WriteEndElement();
    }

    private static void WriteEntry(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("entry", Ns);
        xml.WriteElementString("id", Ns, item.Id);
        WriteText(xml, "title", item.Title);
        xml.WriteElementString("updated", Ns, DateOf(item.Updated));
        if (item.Published is { } published) xml.WriteElementString("published", Ns, DateOf(published));
        if (item.Author is not null) WriteAuthor(xml, item.Author);
        FeedXml.WriteLink(xml, "alternate", item.Url, null);
        if (item.Image is not null) FeedXml.WriteLink(xml, "enclosure", item.Image, FeedAddress.ImageTypeOf(item.Image));
        foreach (string topic in item.Topics)
        {
            xml.WriteStartElement("category", Ns);
            xml.WriteAttributeString("term", topic);
            xml.WriteEndElement();
        }

        if (item.Summary is not null) WriteText(xml, "summary", item.Summary);
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text)
    {
        xml.WriteStartElement(name, Ns);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Ns);
        xml.WriteElementString("name", Ns, name);
        xml.WriteEndElement();
    }
}
