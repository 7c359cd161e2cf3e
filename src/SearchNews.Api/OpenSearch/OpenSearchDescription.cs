using System.Text;
using System.Xml;
using SearchNews.Api.Feeds;
using SearchNews.Api.Pages.Assets;
using SearchNews.Api.Requests;

namespace SearchNews.Api.OpenSearch;

/// <summary>How browsers and feed readers search here, as an OpenSearch 1.1 description. Source: the specification's draft 6; lengths are its limits.</summary>
internal static class OpenSearchDescription
{
    public const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    private const string Terms = "?q={searchTerms}";
    private const string Paged = Terms + "&page={startPage?}";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    /// <summary>The document as UTF-8, for the address that the client knows this server by.</summary>
    public static ReadOnlyMemory<byte> Write(HttpRequest request)
    {
        string address = RequestBase.Of(request);
        var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            xml.WriteStartDocument();
            xml.WriteStartElement("OpenSearchDescription", Namespace);
            xml.WriteElementString("ShortName", Namespace, "SearchNews");
            xml.WriteElementString("LongName", Namespace, "SearchNews: ranked news search");
            xml.WriteElementString("Description", Namespace, "Search the news articles of this server, best first.");
            WriteUrl(xml, "results", "text/html", $"{address}/{Terms}");
            WriteUrl(xml, "results", FeedFormat.Rss.MediaType, $"{address}/v1/search.rss{Paged}");
            WriteUrl(xml, "results", FeedFormat.Atom.MediaType, $"{address}/v1/search.atom{Paged}");
            WriteUrl(xml, "suggestions", OpenSearchTypes.Suggestions, $"{address}/v1/suggest.opensearch{Terms}");
            WriteUrl(xml, "self", OpenSearchTypes.Description, $"{address}/opensearch.xml");
            xml.WriteStartElement("Image", Namespace);
            xml.WriteAttributeString("height", "16");
            xml.WriteAttributeString("width", "16");
            xml.WriteAttributeString("type", "image/svg+xml");
            xml.WriteString(address + AssetCatalog.Url("icon.svg"));
            xml.WriteEndElement();
            xml.WriteStartElement("Query", Namespace);
            xml.WriteAttributeString("role", "example");
            xml.WriteAttributeString("searchTerms", "azure");
            xml.WriteEndElement();
            xml.WriteElementString("Language", Namespace, "*");
            xml.WriteElementString("OutputEncoding", Namespace, "UTF-8");
            xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
            xml.WriteEndElement();
            xml.WriteEndDocument();
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static void WriteUrl(XmlWriter xml, string relation, string mediaType, string template)
    {
        xml.WriteStartElement("Url", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", mediaType);
        xml.WriteAttributeString("template", template);
        xml.WriteEndElement();
    }
}
