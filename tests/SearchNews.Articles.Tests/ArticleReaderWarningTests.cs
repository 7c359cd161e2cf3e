using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Tests;

/// <summary>Values that cannot be read and do not mislead: the article is read, the value is missing, the editor is told.</summary>
public sealed class ArticleReaderWarningTests
{
    [Theory]
    [InlineData("quality: fifty", DiagnosticCode.NotANumber, "quality \"fifty\" is not a number and is left out; write digits, such as 52 or 52.5")]
    [InlineData("quality: NaN", DiagnosticCode.NotANumber, "quality \"NaN\" is not a number and is left out; write digits, such as 52 or 52.5")]
    [InlineData("heat: Infinity", DiagnosticCode.NotANumber, "heat \"Infinity\" is not a number and is left out; write digits, such as 52 or 52.5")]
    [InlineData("heat: -.inf", DiagnosticCode.NotANumber, "heat \"-.inf\" is not a number and is left out; write digits, such as 52 or 52.5")]
    [InlineData("heat: 1e999", DiagnosticCode.NotANumber, "heat \"1e999\" is not a number and is left out; write digits, such as 52 or 52.5")]
    [InlineData("publishedDateTime: yesterday", DiagnosticCode.NotADate, "publishedDateTime \"yesterday\" is not a date and is left out; write it like 2021-02-17T17:00:59Z or 2021-02-17")]
    [InlineData("updatedDateTime: 2021-02-30", DiagnosticCode.NotADate, "updatedDateTime \"2021-02-30\" is not a date and is left out; write it like 2021-02-17T17:00:59Z or 2021-02-17")]
    [InlineData("published: maybe", DiagnosticCode.NotABoolean, "published \"maybe\" is neither true nor false and is left out; write true or false")]
    [InlineData("webUrl: javascript:alert(1)", DiagnosticCode.NotAnAddress, "webUrl \"javascript:alert(1)\" is not a web address and is left out; it must begin with https:// or http://")]
    [InlineData("category: [a]", DiagnosticCode.WrongKind, "category must be text and is a list; it is left out")]
    [InlineData("quality: {a: 1}", DiagnosticCode.WrongKind, "quality must be a number and is a map; it is left out")]
    [InlineData("provider: ZDNet", DiagnosticCode.WrongKind, "provider must be `key: value` lines and is text; it is left out")]
    [InlineData("topics: Azure", DiagnosticCode.WrongKind, "topics must be a list of `- ` lines and is text; it is left out")]
    [InlineData("topics: [{a: b}, Azure]", DiagnosticCode.WrongKind, "topic must be text and is a map; it is left out")]
    [InlineData("images: [{width: 5}]", DiagnosticCode.ImageWithoutUrl, "an image without a usable url is left out")]
    [InlineData("images: [{url: https://a.example/1, width: 1.5}]", DiagnosticCode.NotANumber, "image width 1.5 is not a size in pixels and is left out; write a whole number, such as 640")]
    [InlineData("related: {title: x}", DiagnosticCode.WrongKind, "related must be a list of `- ` lines and is a map; it is left out")]
    [InlineData("related: [{publishedDateTime: x}]", DiagnosticCode.NotADate, "related publishedDateTime \"x\" is not a date and is left out; write it like 2021-02-17T17:00:59Z or 2021-02-17")]
    public void Read_ValueOfTheWrongForm_WarnsAndReadsTheRest(string yaml, string code, string message)
    {
        (Article article, ArticleDiagnostic warning) = Reading.FrontMatter(yaml + "\ntitle: t").Warned();

        article.Title.ShouldBe("t");
        warning.Code.ShouldBe(code);
        warning.Message.ShouldBe(message);
        warning.Line.ShouldBe(2);
    }

    [Fact]
    public void Read_ValuesOfTheWrongForm_AreMissing()
    {
        Article article = Reading.FrontMatter("""
            quality: x
            heat: .nan
            published: perhaps
            publishedDateTime: 5
            webUrl: www.a.example
            provider: [a]
            topics: {a: b}
            images: none
            related: none
            title: t
            """).Article!;

        article.Quality.ShouldBeNull();
        article.Heat.ShouldBeNull();
        article.Published.ShouldBeNull();
        article.PublishedAt.ShouldBeNull();
        article.WebUrl.ShouldBeNull();
        article.Provider.ShouldBeNull();
        article.Topics.ShouldBeEmpty();
        article.Images.ShouldBeEmpty();
        article.Related.ShouldBeEmpty();
    }

    [Fact]
    public void Read_WarningInTheMiddle_NamesLineAndColumn()
    {
        ArticleDiagnostic warning = Reading.File("---\r\ntitle: t\r\n\r\nquality:   \"fifty\"\r\n---\r\n").Warned().Warning;

        warning.ToString().ShouldBe("a.md:4:12: quality \"fifty\" is not a number and is left out; write digits, such as 52 or 52.5");
    }

    [Fact]
    public void Read_MoreWarningsThanKept_CountsTheRest()
    {
        string related = string.Concat(Enumerable.Repeat("\n- publishedDateTime: x", 100));

        ArticleReadResult result = Reading.FrontMatter($"related:{related}");

        result.Article.ShouldNotBeNull().RelatedCount.ShouldBe(100);
        result.Diagnostics.Count.ShouldBe(20);
        result.Diagnostics[^1].Code.ShouldBe(DiagnosticCode.MoreDiagnostics);
        result.Diagnostics[^1].Message.ShouldBe("81 more problems are not listed");
    }

    [Fact]
    public void Read_ValueWithControlsAndBidi_PrintsOneHarmlessLine()
    {
        string printed = Reading.FrontMatter("quality: \"a\\n\\e[31m\\u202Eb\"").Warned().Warning.ToString();

        printed.ShouldStartWith("a.md:2:10: quality \"a\\u000A\\u001B[31m\\u202Eb\" is not");
    }
}
