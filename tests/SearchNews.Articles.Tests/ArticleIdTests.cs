namespace SearchNews.Articles.Tests;

public sealed class ArticleIdTests
{
    [Theory]
    [InlineData("2021-09-30-ai-improves-precision.md", "2021-09-30-ai-improves-precision")]
    [InlineData("2021/09/a.markdown", "2021/09/a")]
    [InlineData("a.b.md", "a.b")]
    [InlineData("README.MD", "README")]
    [InlineData("a.md.markdown", "a.md")]
    public void FromPath_ArticleFile_DropsExtension(string path, string id) => ArticleId.FromPath(path).ShouldBe(id);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("md")]
    [InlineData("a.md~")]
    [InlineData("a.mdx")]
    public void FromPath_OtherFile_Throws(string path) => Should.Throw<ArgumentException>(() => ArticleId.FromPath(path));

    [Theory]
    [InlineData("a.md", true)]
    [InlineData("a.Markdown", true)]
    [InlineData(".md", true)]
    [InlineData("a.md.bak", false)]
    [InlineData("amd", false)]
    public void IsArticleFileName_Names_GoByExtension(string name, bool expected) =>
        ArticleId.IsArticleFileName(name).ShouldBe(expected);

    [Theory]
    [InlineData("a")]
    [InlineData("2021/a b")]
    [InlineData("..a/b..")]
    [InlineData("a...b")]
    [InlineData("é/日本/😀")]
    [InlineData("\uFFFD")]
    public void IsValid_LegalId_ReturnsTrue(string id) => ArticleId.IsValid(id).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/..")]
    [InlineData("a/./b")]
    [InlineData("..\\a")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u001Bb")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    public void IsValid_IllegalId_ReturnsFalse(string id) => ArticleId.IsValid(id).ShouldBeFalse();

    [Fact]
    public void IsValid_LoneSurrogate_ReturnsFalse()
    {
        // Not inline data: the runner itself cannot carry a lone surrogate.
        ArticleId.IsValid("a\uD83D").ShouldBeFalse();
        ArticleId.IsValid("\uDE00a").ShouldBeFalse();
    }

    [Fact]
    public void Problem_BytesAroundTheLimit_CountsUtf8()
    {
        var limits = new ArticleLimits { IdBytes = 10 };
        ArticleId.Problem("éééé1", limits).ShouldBeNull();
        ArticleId.Problem("éééé12", limits).ShouldBeNull();
        ArticleId.Problem("éééé123", limits).ShouldBe("the name has 11 bytes and may have 10");
    }

    [Fact]
    public void IsValid_DefaultLimit_Is512Bytes()
    {
        ArticleId.IsValid(new string('a', 512)).ShouldBeTrue();
        ArticleId.IsValid(new string('a', 513)).ShouldBeFalse();
    }
}
