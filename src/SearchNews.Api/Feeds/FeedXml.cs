using System.Text;
using System.Xml;

namespace SearchNews.Api.Feeds;

/// <summary>What both forms in XML share.</summary>
internal static class FeedXml
{
    public const string AtomNamespace = "http://www.w3.org/2005/Atom";

    // Refuses what XML forbids: a text that was not cleaned must fail here, not in the reader.
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CheckCharacters = true,
    };

    /// <summary>A document as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(Feed feed, Action<XmlWriter, Feed> content)
    {
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            content(xml, feed);
            xml.WriteEndDocument();
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>The links between the pages of a feed, and to itself. Source: RFC 4287, 4.2.7; RFC 5005, 3.</summary>
    public static void WritePageLinks(XmlWriter xml, Feed feed, string mediaType)
    {
        WriteLink(xml, "self", feed.Self, mediaType);
        WriteLink(xml, "first", feed.First, mediaType);
        WriteLink(xml, "previous", feed.Previous, mediaType);
        WriteLink(xml, "next", feed.Next, mediaType);
    }

    /// <summary>An Atom link; nothing when there is no address.</summary>
    public static void WriteLink(XmlWriter xml, string relation, string? address, string? mediaType)
    {
        if (address is null) return;
        xml.WriteStartElement("link", AtomNamespace);
        xml.WriteAttributeString("rel", relation);
        if (mediaType is not null) xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
