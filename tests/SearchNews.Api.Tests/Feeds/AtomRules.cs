using System.Globalization;
using System.Xml.Linq;

namespace SearchNews.Api.Tests.Feeds;

/// <summary>Atom. Source: RFC 4287, the RELAX NG grammar of appendix B and what section 4 says beyond it; RFC 5005, 3.</summary>
internal sealed class AtomRules : FeedRules
{
    private const string XmlPrefix = "http://www.w3.org/XML/1998/namespace";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly string[] OfFeed = ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];
    private static readonly string[] OfEntry = ["author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"];
    private static readonly string[] Many = ["author", "category", "contributor", "link", "entry"];
    private static readonly string[] Texts = ["title", "subtitle", "summary", "rights"];

    /// <summary>The rules that a document breaks.</summary>
    public static IReadOnlyList<string> Check(string text)
    {
        var rules = new AtomRules();
        if (rules.ReadXml(text) is { } root) rules.CheckFeed(root);
        return rules.Broken;
    }

    private void CheckFeed(XElement feed)
    {
        Rule(feed.Name == Atom + "feed", "the root is feed, in Atom's namespace");
        CheckCommon(feed, OfFeed);
        XElement[] entries = [.. feed.Elements(Atom + "entry")];
        Rule(feed.Elements(Atom + "author").Any() || (entries.Length > 0 && entries.All(e => e.Elements(Atom + "author").Any())), "the feed has an author, or every entry has");
        Rule(Links(feed, "self").Count() == 1, "the feed has one link to itself");
        foreach (string page in (string[])["first", "previous", "next", "last"]) Rule(Links(feed, page).Count() <= 1, $"the feed has one {page} page at most");
        Rule(!Links(feed, "next").Select(HrefOf).Intersect(Links(feed, "self").Select(HrefOf), StringComparer.Ordinal).Any(), "the next page is another one");
        foreach (XElement generator in feed.Elements(Atom + "generator")) Rule(generator.Value.Trim().Length > 0 && OnlyAttributes(generator, "uri", "version"), "a generator has a name");
        foreach (XElement entry in entries) CheckEntry(entry);
        string[] ids = [.. entries.Elements(Atom + "id").Select(i => i.Value)];
        Rule(ids.Distinct(StringComparer.Ordinal).Count() == ids.Length, "no two entries have one id");
    }

    private void CheckEntry(XElement entry)
    {
        CheckCommon(entry, OfEntry);
        Rule(entry.Elements(Atom + "content").Any() || Links(entry, "alternate").Any(), "an entry has a content or a link to it");
        foreach (XElement date in entry.Elements(Atom + "published")) Rule(IsRfc3339(date.Value), $"published is a date of RFC 3339: {date.Value}");
    }

    private void CheckCommon(XElement parent, string[] known)
    {
        foreach (IGrouping<string, XElement> name in parent.Elements().Where(e => e.Name.Namespace == Atom).GroupBy(e => e.Name.LocalName, StringComparer.Ordinal))
        {
            Rule(known.Contains(name.Key, StringComparer.Ordinal), $"{parent.Name.LocalName} may hold {name.Key}");
            Rule(name.Count() == 1 || Many.Contains(name.Key, StringComparer.Ordinal), $"{parent.Name.LocalName} has {name.Key} once");
        }

        foreach (string name in (string[])["id", "title", "updated"]) Rule(parent.Elements(Atom + name).Any(), $"{parent.Name.LocalName} has {name}");
        Rule(parent.Nodes().OfType<XText>().All(t => string.IsNullOrWhiteSpace(t.Value)), "there is no text between elements");
        foreach (XElement id in parent.Elements(Atom + "id")) Rule(IsUri(id.Value), $"an id is an absolute IRI: {id.Value}");
        foreach (XElement date in parent.Elements(Atom + "updated")) Rule(IsRfc3339(date.Value), $"updated is a date of RFC 3339: {date.Value}");
        foreach (XElement text in parent.Elements().Where(e => e.Name.Namespace == Atom && Texts.Contains(e.Name.LocalName, StringComparer.Ordinal))) CheckText(text);
        foreach (XElement person in parent.Elements(Atom + "author").Concat(parent.Elements(Atom + "contributor"))) CheckPerson(person);
        foreach (XElement category in parent.Elements(Atom + "category")) Rule(category.Attribute("term")?.Value.Length > 0 && OnlyAttributes(category, "term", "scheme", "label"), "a category has a term");
        foreach (XElement link in parent.Elements(Atom + "link")) CheckLink(link);
        Rule(Links(parent, "alternate").GroupBy(l => (l.Attribute("type")?.Value, l.Attribute("hreflang")?.Value)).All(g => g.Count() == 1), "alternates differ in type or language");
    }

    private void CheckText(XElement text)
    {
        string type = text.Attribute("type")?.Value ?? "text";
        Rule(type is "text" or "html" or "xhtml", "a text is text, html or xhtml");
        Rule(type == "xhtml" || !text.HasElements, "a text has no elements");
        Rule(OnlyAttributes(text, "type"), "a text has no other attributes");
    }

    private void CheckPerson(XElement person)
    {
        XElement[] names = [.. person.Elements(Atom + "name")];
        Rule(names.Length == 1 && names[0].Value.Trim().Length > 0, "a person has one name");
        Rule(person.Elements(Atom + "uri").Count() <= 1 && person.Elements(Atom + "email").Count() <= 1, "a person has one uri and one email at most");
    }

    private void CheckLink(XElement link)
    {
        Rule(IsAddress(HrefOf(link)), $"a link has an address: {HrefOf(link)}");
        Rule(link.Attribute("type") is not { } type || IsMediaType(type.Value), "the type of a link is a media type");
        Rule(link.Attribute("length") is not { } length || long.TryParse(length.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _), "the length of a link is a number");
        Rule(OnlyAttributes(link, "href", "rel", "type", "hreflang", "title", "length"), "a link has no other attributes");
    }

    private static IEnumerable<XElement> Links(XElement parent, string relation) => parent.Elements(Atom + "link").Where(l => (l.Attribute("rel")?.Value ?? "alternate") == relation);

    private static string? HrefOf(XElement link) => link.Attribute("href")?.Value;

    private static bool OnlyAttributes(XElement element, params string[] known) =>
        element.Attributes().All(a => a.IsNamespaceDeclaration || a.Name.NamespaceName == XmlPrefix || known.Contains(a.Name.ToString(), StringComparer.Ordinal));
}
