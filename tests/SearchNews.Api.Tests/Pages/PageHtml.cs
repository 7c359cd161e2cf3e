using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SearchNews.Api.Tests.Pages;

/// <summary>Pages as browsers read them, and what every page of ours has in common.</summary>
internal static class PageHtml
{
    /// <summary>The policy of every page, to the letter.</summary>
    public const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' http: https:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types searchnews";

    /// <summary>Reads a page; what a browser would have to mend is an error.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(html);

    /// <summary>Asserts all that holds for every page; gives the page.</summary>
    public static IHtmlDocument ShouldBePage(this ApiAnswer answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        answer.Status.ShouldBe(status, answer.Body);
        answer.Header("Content-Type").ShouldBe("text/html; charset=utf-8");
        answer.Header("Content-Security-Policy").ShouldBe(Policy);
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Referrer-Policy").ShouldBe("no-referrer");
        answer.Headers["Set-Cookie"].ShouldBeEmpty();
        answer.Body.ShouldNotContain(FakeBackend.Secret);

        IHtmlDocument page = Parse(answer.Body);
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        page.QuerySelector("body > a.skip")!.GetAttribute("href").ShouldBe("#results");
        page.GetElementById("results").ShouldNotBeNull();
        page.All.Where(e => !string.IsNullOrEmpty(e.Id)).GroupBy(e => e.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        page.QuerySelectorAll("style, [style], script:not([src])").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes).Where(a => a.Name.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        foreach (IElement image in page.QuerySelectorAll("img"))
        {
            image.HasAttribute("alt").ShouldBeTrue();
            image.HasAttribute("width").ShouldBeTrue();
            image.HasAttribute("height").ShouldBeTrue();
        }

        foreach (IElement control in page.QuerySelectorAll("input:not([type=hidden]), select"))
        {
            bool labelled = control.Closest("label") is not null || page.QuerySelector($"label[for='{control.Id}']") is not null;
            labelled.ShouldBeTrue(control.OuterHtml);
            (control.Closest("form")?.Id ?? control.GetAttribute("form")).ShouldBe("search-form");
        }

        return page;
    }

    /// <summary>Text with its white space folded.</summary>
    public static string TextOf(this IParentNode page, string selector) =>
        string.Join(' ', (page.QuerySelector(selector) ?? throw new ShouldAssertException($"no {selector}")).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
