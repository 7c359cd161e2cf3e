using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;

namespace SearchNews.Api.Tests.Pages;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("a < b & \"c\" 'd'", "a &lt; b &amp; &quot;c&quot; &#x27;d&#x27;")]
    [InlineData("Ünï — 日本語", "Ünï — 日本語")]
    [InlineData("nul\0 esc\u001B del\u007F c1\u0085 non\uFFFE", "nul\uFFFD esc\uFFFD del\uFFFD c1\uFFFD non\uFFFD")]
    [InlineData(null, "")]
    public void Render_Text_IsEncoded(string? text, string expected) => HtmlWriter.Render(new Written(html => html.Write($"{text}"))).ShouldBe(expected);

    [Fact]
    public void Render_LoneSurrogate_IsReplaced() => HtmlWriter.Render(new PlainText("a\uD800b")).ShouldBe("a&#xFFFD;b");

    [Fact]
    public void Render_Parts_AreWrittenWhereTheyStand()
    {
        var inner = new Written(html => html.Write($"<b>{"x<y"}</b>"));
        IHtml? none = null;
        HtmlWriter.Render(new Written(html => html.Write($"<p a=\"{1.23456}\">{12L} {inner}{none}{new IHtml[] { inner, inner }}</p>")))
            .ShouldBe("<p a=\"1.235\">12 <b>x&lt;y</b><b>x&lt;y</b><b>x&lt;y</b></p>");
    }

    [Theory]
    [InlineData("a <mark>b</mark> c", "a <mark>b</mark> c")]
    [InlineData("&lt;i&gt; <mark>&amp;</mark>", "&lt;i&gt; <mark>&amp;</mark>")]
    [InlineData("<mark>never closed", "&lt;mark&gt;never closed")]
    [InlineData("</mark>closed <mark>b</mark>", "&lt;/mark&gt;closed <mark>b</mark>")]
    [InlineData("<mark>a<mark>b</mark></mark>", "<mark>a&lt;mark&gt;b</mark>&lt;/mark&gt;")]
    [InlineData("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;")]
    public void Render_Marked_HasMarksAndText(string highlighted, string expected) => HtmlWriter.Render(new Marked(highlighted)).ShouldBe(expected);

    private sealed class Written(Action<HtmlWriter> write) : IHtml
    {
        public void WriteTo(HtmlWriter html) => write(html);
    }
}
