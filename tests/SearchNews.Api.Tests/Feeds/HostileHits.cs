using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Feeds;

/// <summary>Hits whose every field tries to break out of what it is written into.</summary>
internal static class HostileHits
{
    private static readonly string[] Texts =
    [
        "", " ", "plain", "<script>alert(1)</script>", "a & b", "&lt;b&gt;", "&amp;lt;", "]]>", "<![CDATA[x]]>", "<!--", "-->", "<?xml version=\"1.1\"?>", "<!DOCTYPE a [<!ENTITY x \"y\">]>&x;",
        "\0", "a\u0001b\u0008c\u001F", "\u007F\u0085", "\uD800", "\uDC00\uD800", "x\uDBFF", "\uFFFE\uFFFF", "😀", "\uDBFF\uDFFE", "é", "\u202Eevil", "\r\n\t", "\"'`", "</title></item>",
        "<item><guid>x</guid></item>", "&#0;", "&#x1;", "&nbsp;", "%00", "\u2028\u2029", "{\"a\":1}", "\\u0000", "🏴‍☠️", "a\r\nb",
    ];

    private static readonly string[] Addresses =
    [
        "https://example.org/a?b=c&d=e", "http://example.org", "https://bücher.example/straße?q=ä#ö", "https://example.org/ä%zz", "javascript:alert(1)", "data:text/html,x", "//example.org/x",
        "/relative", "", " ", "https://", "https:///x", "http://exa mple.org", "https://example.org/<b>\"", "https://example.org/\u0001", "HTTPS://EXAMPLE.ORG/UP.JPG", "ftp://example.org/",
        "https://user:päss@example.org/", "http://[::1]/x.png", "https://example.org:99999/", "https://example.org/😀.webp", "https://example.org/\uD800", "mailto:a@b", "https://example.org/?a[]=[b]|{c}^`#d#e\\f", "https://xn--/", "https://a..b/",
    ];

    /// <summary>A hit that no other has the id of.</summary>
    public static SearchHit Make(Random random, long number) => new()
    {
        Id = $"{number}-{Text(random)}",
        Title = Maybe(random, Text(random)),
        Excerpt = Maybe(random, string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Text(random)))),
        PublishedDateTime = Date(random),
        UpdatedDateTime = Date(random),
        Url = Maybe(random, Address(random)),
        Provider = random.Next(3) == 0 ? null : new ProviderInfo(Maybe(random, Text(random)), Maybe(random, Text(random))),
        Topics = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random))],
        Image = random.Next(3) == 0 ? null : new ImageInfo(Address(random), random.Next(2) == 0 ? null : random.Next(), random.Next(2) == 0 ? null : random.Next()),
        Story = random.Next(2) == 0 ? null : new StoryInfo($"story {number} {Text(random)}", 2, [Text(random)]),
    };

    public static string Text(Random random) => Texts[random.Next(Texts.Length)] + Texts[random.Next(Texts.Length)];

    private static string Address(Random random) => Addresses[random.Next(Addresses.Length)];

    private static string? Maybe(Random random, string text) => random.Next(5) == 0 ? null : text;

    private static DateTimeOffset? Date(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => DateTimeOffset.MinValue,
        2 => DateTimeOffset.MaxValue,
        3 => new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.FromHours(-14)),
        _ => new DateTimeOffset(random.NextInt64(DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay) + (TimeSpan.TicksPerDay / 2), TimeSpan.FromMinutes(30 * random.Next(-20, 20))),
    };
}
