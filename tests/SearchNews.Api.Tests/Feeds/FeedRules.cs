using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace SearchNews.Api.Tests.Feeds;

/// <summary>What the rules of the formats share: each broken one is a sentence.</summary>
internal abstract partial class FeedRules
{
    private readonly List<string> _broken = [];

    /// <summary>The rules that were broken.</summary>
    public IReadOnlyList<string> Broken => _broken;

    /// <summary>Adds a broken rule unless it holds.</summary>
    protected void Rule(bool holds, string rule)
    {
        if (!holds) _broken.Add(rule);
    }

    /// <summary>Reads XML 1.0 without a document type; null, and a broken rule, when it is none.</summary>
    protected XElement? ReadXml(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { CheckCharacters = true, DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader).Root;
        }
        catch (XmlException e)
        {
            Rule(holds: false, "well-formed XML: " + e.Message);
            return null;
        }
    }

    protected static bool IsAddress(string? text) =>
        text is not null && Address().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _);

    protected static bool IsUri(string text) => Uri.TryCreate(text, UriKind.Absolute, out _) && text.All(c => c is > ' ' and < '\x7F' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}'));

    /// <summary>Source: RFC 3339, 5.6, with the capitals of RFC 4287, 3.3.</summary>
    protected static bool IsRfc3339(string? text) =>
        text is not null && Rfc3339().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Source: RFC 822, 5.1, with four digits of the year; the day of the week must be that of the date.</summary>
    protected static bool IsRfc822(string text) =>
        Rfc822().IsMatch(text) && DateTimeOffset.TryParseExact(text.Replace("GMT", "+00:00", StringComparison.Ordinal), "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    protected static bool IsMediaType(string text) => MediaType().IsMatch(text);

    /// <summary>http or https, in the characters of RFC 3986.</summary>
    [GeneratedRegex(@"^https?://([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*(\[[0-9A-Fa-f:.]+\])?(:\d+)?(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?(\?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?(#([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339();

    [GeneratedRegex(@"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc822();

    [GeneratedRegex(@"^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; ?charset=[A-Za-z0-9-]+)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MediaType();
}
