using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Pages;

/// <summary>Whatever stands in an article or a query, pages have the elements and attributes that they have with harmless text, and marks.</summary>
public sealed class HostileTextTests : IAsyncLifetime
{
    private static readonly string[] Targets = ["/?q={0}&topic={0}&site={0}", "/stories?topic={0}", "/similar?id=plain", "/why?q={0}&id=plain", "/story?id=plain", "/?sort={0}", "/?{0}=x"];

    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal);

    private ApiServer? _server;

    private ApiServer Server => _server!;

    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onfocus='alert(1)' autofocus='",
        "\" onmouseover=\"alert(1)\" x=\"",
        "<svg/onload=alert(1)>",
        "<mark onclick=alert(1)>x</mark>",
        "<mark><script>alert(1)</script></mark>",
        "</mark><mark>&lt;script&gt;<mark>",
        "</article></li></ol></main><form action=//evil.example><input name=q>",
        "<!--", "x-->", "<![CDATA[", "]]>", "<?php", "</textarea></noscript><iframe src=//evil.example>",
        "&lt;img src=x onerror=alert(1)&gt;", "&#60;script&#62;", "&amp;lt;b&amp;gt;",
        "javascript:alert(1)", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}",
        "\u0000<\u0000script>", "\u2028\u2029\u202Eevil", "\uD800<b>\uDC00", "\uFFFE\uFFFF\u007F\u0085\u001B[31m",
        "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>", "<style>*{display:none}</style>",
        "<a href=\"javascript:alert(1)\">x</a>", "<details open ontoggle=alert(1)>", "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
    ];

    public static TheoryData<string> Addresses =>
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd",
        "//evil.example/x", "/relative", "blob:https://example.org/1", "https://user:secret@example.org/", "http://", "not an address", "",
    ];

    public async ValueTask InitializeAsync() => _server = await ApiServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Get_HostileText_IsOnlyText(string text)
    {
        Server.Backend.Found = 2;
        foreach (string target in Targets)
        {
            string harmless = await HarmlessAsync(target);
            string hostile = await ShapeAsync(target, text);
            hostile.ShouldBe(harmless, $"{target} with {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Get_AddressThatIsNotOfTheWeb_IsNoLinkAndNoImage(string address)
    {
        Server.Backend.Found = 2;
        Server.Backend.Dress = article => article with { Title = "t", Url = address, AmpUrl = address, Image = new ImageInfo(address, 1, 1) };
        foreach (string target in Targets)
        {
            IHtmlDocument page = PageHtml.Parse((await Server.GetAsync(string.Format(target, "x"), ("Accept", "text/html"))).Body);
            page.QuerySelectorAll(".read[href], .thumb img").ShouldBeEmpty();
            foreach (IElement link in page.QuerySelectorAll("[href], [src], [action]"))
            {
                string value = link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("action")!;
                (value.Length == 0 || value is ['/', not '/', ..] or "/" or ['#', ..]).ShouldBeTrue(link.OuterHtml);
            }
        }
    }

    [Fact]
    public async Task Get_ThousandsOfHostileTexts_AreOnlyText()
    {
        int count = LongTier.Rounds(fast: 500, full: 2_000);
        string[] all = [.. Combinations().Take(2_000)];
        string[] texts = [.. all.Where((_, i) => i % (all.Length / count) == 0)];
        texts.Length.ShouldBe(count);
        for (int i = 0; i < texts.Length; i += 100)
        {
            string[] page = texts[i..(i + 100)];
            Server.Backend.Found = page.Length;
            Server.Backend.MakeHit = n => Hit(page[n]);
            IHtmlDocument document = (await Server.GetAsync($"/?q=x&size=100&page=1")).ShouldBePage();
            document.QuerySelectorAll(".hit").Length.ShouldBe(100);
            document.QuerySelectorAll(".hit *").Select(e => e.LocalName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .ShouldBe(["a", "article", "div", "h2", "li", "mark", "p", "span", "time", "ul"]);
            document.QuerySelectorAll("mark").ShouldAllBe(m => m.Attributes.Length == 0 && m.Children.Length == 0);
            document.QuerySelectorAll(".hit h2").Select(h => h.TextContent).ShouldBe(page.Select(t => "hit " + t));
        }
    }

    /// <summary>Ways into markup, times ways to run something, times ways to hide it.</summary>
    private static IEnumerable<string> Combinations()
    {
        string[] breaks = ["", "\">", "'>", "</title>", "</script>", "-->", "</mark>", "]]>", "</a>", "\" ", "' ", "`>"];
        string[] runs =
        [
            "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>", "<body onload=alert(1)>", "<a href=javascript:alert(1)>x</a>",
            "<form action=javascript:alert(1)><button>", "<input autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)>", "<details open ontoggle=alert(1)>", "<object data=javascript:alert(1)>",
            "<embed src=javascript:alert(1)>", "<link rel=stylesheet href=//evil.example>", "<math href=javascript:alert(1)>", "<template><script>alert(1)</script>", "onmouseover=alert(1) x=", "<mark onclick=alert(1)>", "<base href=//evil.example>",
        ];
        Func<string, string>[] disguises = [t => t, t => t.ToUpperInvariant(), t => t.Replace("<", "&lt;", StringComparison.Ordinal), t => t.Replace(" ", "/", StringComparison.Ordinal), t => t.Replace("alert", "&#97;lert", StringComparison.Ordinal), t => t.Replace("<", "< ", StringComparison.Ordinal), t => t + t, t => t.Replace(">", "", StringComparison.Ordinal), t => $"<mark>{t}</mark>", t => $"&amp;{t}"];
        return from b in breaks from r in runs from d in disguises select b + d(r);
    }

    private static SearchHit Hit(string text) => new()
    {
        Id = text,
        Title = "hit " + text,
        Excerpt = text,
        Type = text,
        Category = text,
        Provider = new ProviderInfo(text, text),
        Topics = [text],
        Url = text,
        PublishedDateTime = FakeBackend.Now,
        Image = new ImageInfo(text, null, null),
        Story = new StoryInfo(text, 2, [text]),
        Highlights = new Highlights([$"<mark>hit</mark> {System.Net.WebUtility.HtmlEncode(text)}"], [text.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal)]),
    };

    /// <summary>What a page looks like to begin with: made once for all texts.</summary>
    private async Task<string> HarmlessAsync(string target)
    {
        if (Harmless.TryGetValue(target, out string? known)) return known;
        return Harmless[target] = await ShapeAsync(target, "harmless");
    }

    private async Task<string> ShapeAsync(string target, string text)
    {
        Server.Backend.Dress = article => article with
        {
            Title = text,
            Excerpt = text,
            Type = text,
            Category = text,
            Topics = [text, "more " + text],
            Provider = new ProviderInfo(text, text),
            Story = article is SearchHit ? new StoryInfo(text, 2, [text]) : null,
            Url = "https://example.org/" + Uri.EscapeDataString(text.Replace('\uD800', '?').Replace('\uDC00', '?')),
        };
        Server.Backend.Change = answer => answer with
        {
            Meta = answer.Meta with { Warnings = [text], Query = new QueryInfo(text, text, [text]) },
            Facets = new Dictionary<string, IReadOnlyList<FacetValue>>(StringComparer.Ordinal) { ["type"] = [new FacetValue(text, 3)], ["category"] = [new FacetValue(text, 3)] },
        };
        ApiAnswer answer = await Server.GetAsync(string.Format(target, Uri.EscapeDataString(text.Replace('\uD800', '?').Replace('\uDC00', '?'))), ("Accept", "text/html"));
        return string.Join('\n', PageHtml.Parse(answer.Body).All.Select(e => $"{e.LocalName} {string.Join(' ', e.Attributes.Select(a => a.Name))}"));
    }
}
