using System.Security.Cryptography;
using System.Text;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Tests;

public sealed class ArticleReaderTests
{
    private const string Full = """
        ---
        category: news
        title: "Azure &amp; Chile: a “region”"
        excerpt: "First line\r\nsecond  line."
        publishedDateTime: 2021-01-06T00:42:10Z
        updatedDateTime: 2021-01-07T01:00:00+01:00
        originalUrl: "https://a.example/original"
        webUrl: "https://a.example/web"
        ampWebUrl: "https://a.example/amp"
        cdnAmpWebUrl: "https://cdn.example/amp"
        type: article
        quality: 52
        heat: -1
        published: false

        provider:
          name: AT&amp;T
          domain: att.example
          images:
            - url: "https://a.example/logo.jpg"
              width: 50
              height: 50

        topics:
          - Azure
          -
          - "Cloud  Computing"
          - Azure

        images:
          - url: "https://a.example/1.png"
            width: 720
            height: 386
            isCached: true
            title: "ignored"
          - url: "https://a.example/2.png"

        related:
          - title: "Another <b>one</b>"
            excerpt: "ignored"
            publishedDateTime: 2021-01-04T21:10:00Z
            webUrl: "https://b.example/1"
            type: article
            provider:
              name: B
              domain: b.example
            quality: 93
          - title: "Only a title"

        secured: "SECRETBLOB==;SECRETTAIL=="
        ---

        """;

    [Fact]
    public void Read_AllKeys_GivesAllValues()
    {
        Article article = Reading.File(Full).Clean();

        article.Id.ShouldBe("a");
        article.Category.ShouldBe("news");
        article.Title.ShouldBe("Azure & Chile: a “region”");
        article.Excerpt.ShouldBe("First line second line.");
        article.ExcerptFromBody.ShouldBeFalse();
        article.PublishedAt.ShouldBe(new DateTimeOffset(2021, 1, 6, 0, 42, 10, TimeSpan.Zero));
        article.UpdatedAt.ShouldBe(new DateTimeOffset(2021, 1, 7, 0, 0, 0, TimeSpan.Zero));
        article.OriginalUrl.ShouldBe("https://a.example/original");
        article.WebUrl.ShouldBe("https://a.example/web");
        article.AmpWebUrl.ShouldBe("https://a.example/amp");
        article.CdnAmpWebUrl.ShouldBe("https://cdn.example/amp");
        article.Url.ShouldBe("https://a.example/web");
        article.Type.ShouldBe("article");
        article.Quality.ShouldBe(52);
        article.Heat.ShouldBe(-1);
        article.Published.ShouldBe(false);
        article.Removed.ShouldBeFalse();
        article.Provider.ShouldBe(new ArticleProvider("AT&T", "att.example"));
        article.Topics.ShouldBe(["Azure", "Cloud Computing"]);
        article.Images.ShouldBe(
        [
            new ArticleImage("https://a.example/1.png", 720, 386, true),
            new ArticleImage("https://a.example/2.png", null, null, null),
        ]);
        article.Related.ShouldBe(
        [
            new RelatedArticle("Another one", "https://b.example/1", new DateTimeOffset(2021, 1, 4, 21, 10, 0, TimeSpan.Zero)),
            new RelatedArticle("Only a title", null, null),
        ]);
        article.RelatedCount.ShouldBe(2);
    }

    [Fact]
    public void Read_AnyFile_HashesItsBytes()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Full);
        string expected = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant();

        Reading.Bytes(bytes).Clean().ContentHash.ShouldBe(expected);
    }

    [Fact]
    public void Read_OnlyATitle_LeavesTheRestMissing()
    {
        Article article = Reading.FrontMatter("title: t").Clean();

        article.Title.ShouldBe("t");
        article.Excerpt.ShouldBe("");
        article.Category.ShouldBeNull();
        article.PublishedAt.ShouldBeNull();
        article.UpdatedAt.ShouldBeNull();
        article.Url.ShouldBeNull();
        article.Type.ShouldBeNull();
        article.Quality.ShouldBeNull();
        article.Heat.ShouldBeNull();
        article.Published.ShouldBeNull();
        article.Removed.ShouldBeFalse();
        article.Provider.ShouldBeNull();
        article.Topics.ShouldBeEmpty();
        article.Images.ShouldBeEmpty();
        article.Related.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Read_AnyLineEnds_GivesTheSameArticle(string end)
    {
        string text = Full.ReplaceLineEndings("\n");
        Article expected = Reading.File(text).Clean();

        Article article = Reading.File(text.Replace("\n", end, StringComparison.Ordinal)).Clean();

        ShouldBeAlike(article, expected);
    }

    [Fact]
    public void Read_MixedLineEndsAndByteOrderMark_GivesTheSameArticle()
    {
        string text = Full.ReplaceLineEndings("\n");
        int line = 0;
        string mixed = string.Concat(text.Select(c => c == '\n' && line++ % 2 == 0 ? "\r\n" : c.ToString()));

        ShouldBeAlike(Reading.File("\uFEFF" + mixed).Clean(), Reading.File(text).Clean());
    }

    [Fact]
    public void Read_OriginalUrlOnly_IsTheUrl() =>
        Reading.FrontMatter("type: video\noriginalUrl: https://v.example/1\nfeaturedContent: \"<iframe src='x'></iframe>\"")
            .Clean().Url.ShouldBe("https://v.example/1");

    [Fact]
    public void Read_PlainScalarTitle_IsTextWhateverItLooksLike()
    {
        Reading.FrontMatter("title: 2021").Clean().Title.ShouldBe("2021");
        Reading.FrontMatter("title: true").Clean().Title.ShouldBe("true");
        Reading.FrontMatter("title: \"null\"").Clean().Title.ShouldBe("null");
        Reading.FrontMatter("title: it's [fine] & *so* {is} this! #1").Clean().Title.ShouldBe("it's [fine] & *so* {is} this!");
    }

    [Theory]
    [InlineData("title: null\nexcerpt: e")]
    [InlineData("title: ~\nexcerpt: e")]
    [InlineData("title:\nexcerpt: e")]
    [InlineData("title: \"\"\nexcerpt: e")]
    [InlineData("title: \"  \\u200B&nbsp;<br>\"\nexcerpt: e")]
    public void Read_NoTitleButExcerpt_IsRead(string yaml)
    {
        Article article = Reading.FrontMatter(yaml).Clean();
        article.Title.ShouldBe("");
        article.Excerpt.ShouldBe("e");
    }

    [Theory]
    [InlineData("---\n---\n")]
    [InlineData("---\n\n# only a comment\n---\n")]
    [InlineData("---\nquality: 5\n---\n")]
    [InlineData("---\ntitle: \"\"\nexcerpt: \"<br>\"\n---\n# Heading\n")]
    [InlineData("---\n~\n---")]
    public void Read_NeitherTitleNorExcerpt_IsSkipped(string file) =>
        Reading.File(file).Failed().Code.ShouldBe(DiagnosticCode.NothingToSearch);

    [Fact]
    public void Read_EmptyExcerptAndBody_TakesTheFirstParagraph()
    {
        Article article = Reading.File("---\ntitle: t\nexcerpt: \"\"\n---\n\n# Head\n\nThe *first*\nparagraph.\n\nThe second.\n").Clean();
        article.Excerpt.ShouldBe("The first paragraph.");
        article.ExcerptFromBody.ShouldBeTrue();
    }

    [Fact]
    public void Read_ExcerptAndBody_KeepsTheExcerpt()
    {
        Article article = Reading.File("---\nexcerpt: mine\n---\nbody\n").Clean();
        article.Excerpt.ShouldBe("mine");
        article.ExcerptFromBody.ShouldBeFalse();
    }

    [Fact]
    public void Read_BodyOnly_IsAnArticle() => Reading.File("---\n---\nJust prose.").Clean().Excerpt.ShouldBe("Just prose.");

    [Theory]
    [InlineData("removed: true")]
    [InlineData("removed: True")]
    [InlineData("removed: yes")]
    [InlineData("removed: \"true\"")]
    public void Read_Removed_NeedsNothingElse(string yaml)
    {
        Article article = Reading.File($"---\n{yaml}\n---\n").Clean();
        article.Removed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("removed: false")]
    [InlineData("removed:")]
    [InlineData("removed: no")]
    public void Read_NotRemoved_IsNot(string yaml) => Reading.FrontMatter(yaml).Clean().Removed.ShouldBeFalse();

    [Fact]
    public void Read_UnknownKeys_AreIgnored() =>
        Reading.FrontMatter("author: x\nnested: {a: [1, {b: c}], d: }\nlist:\n- 1\n-\n  - 2\ntitle: t").Clean().Title.ShouldBe("t");

    [Fact]
    public void Read_EmptyValues_AreMissingWithoutWarnings() =>
        Reading.FrontMatter("quality:\nheat: ~\npublished: null\npublishedDateTime:\nprovider:\ntopics:\nimages:\nrelated:\nwebUrl: \"\"").Clean();

    [Fact]
    public void Read_IdNotValid_Throws() =>
        Should.Throw<ArgumentException>(() => new ArticleReader().Read("../a", "a.md", "---\n---\n"u8));

    [Fact]
    public void Read_FormerLineEndsInText_KeepsLinesAsEditorsCount()
    {
        ArticleReadResult result = Reading.FrontMatter("title: one\u2028two\u0085three\u2029\nquality: x");
        result.Article!.Title.ShouldBe("one two three");
        result.Warned().Warning.Line.ShouldBe(3);
    }

    [Fact]
    public void Read_EscapedEmoji_IsRead() =>
        Reading.FrontMatter("title: \"\\uD83D\\uDE00 \\U0001F600 😀\"").Clean().Title.ShouldBe("😀 😀 😀");

    private static void ShouldBeAlike(Article article, Article expected)
    {
        (article with { ContentHash = "", Topics = [], Images = [], Related = [] })
            .ShouldBe(expected with { ContentHash = "", Topics = [], Images = [], Related = [] });
        article.Topics.ShouldBe(expected.Topics);
        article.Images.ShouldBe(expected.Images);
        article.Related.ShouldBe(expected.Related);
    }
}
