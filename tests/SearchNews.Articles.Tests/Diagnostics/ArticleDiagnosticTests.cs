using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Tests.Diagnostics;

public sealed class ArticleDiagnosticTests
{
    [Fact]
    public void ToString_Diagnostic_IsClickable() =>
        new ArticleDiagnostic("2021/a.md", 4, 12, "c", DiagnosticSeverity.Error, "what is wrong").ToString()
            .ShouldBe("2021/a.md:4:12: what is wrong");

    [Theory]
    [InlineData("a\nb.md", "a\\u000Ab.md:1:1: m")]
    [InlineData("a\u001B[2Jb.md", "a\\u001B[2Jb.md:1:1: m")]
    [InlineData("a\u202Eb.md", "a\\u202Eb.md:1:1: m")]
    [InlineData("a\u2028b.md", "a\\u2028b.md:1:1: m")]
    [InlineData("é日本😀.md", "é日本😀.md:1:1: m")]
    public void ToString_PathWithControls_IsOneLine(string path, string expected) =>
        new ArticleDiagnostic(path, 1, 1, "c", DiagnosticSeverity.Error, "m").ToString().ShouldBe(expected);

    [Fact]
    public void Quote_LongValue_IsCutBetweenCharacters()
    {
        DiagnosticText.Quote(new string('a', 60)).ShouldBe('"' + new string('a', 60) + '"');
        DiagnosticText.Quote(new string('a', 61)).ShouldBe('"' + new string('a', 60) + "…\"");
        DiagnosticText.Quote(new string('a', 59) + "😀").ShouldBe('"' + new string('a', 59) + "…\"");
    }

    [Fact]
    public void Escape_LoneSurrogate_IsEscaped() => DiagnosticText.Escape("a\uD83Db\uDE00").ShouldBe("a\\uD83Db\\uDE00");
}
