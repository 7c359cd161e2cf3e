using System.Text;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Tests;

/// <summary>Every limit at N-1, N and N+1, for the default N where that is cheap.</summary>
public sealed class ArticleLimitsTests
{
    [Fact]
    public void Defaults_AreTheDocumentedOnes()
    {
        ArticleLimits limits = ArticleLimits.Default;
        limits.FileBytes.ShouldBe(4_194_304);
        limits.FrontMatterBytes.ShouldBe(524_288);
        limits.Depth.ShouldBe(64);
        limits.Keys.ShouldBe(256);
        limits.IdBytes.ShouldBe(512);
        limits.Diagnostics.ShouldBe(20);
        limits.BodyExcerptLength.ShouldBe(2_000);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, DiagnosticCode.FileTooLarge)]
    public void Read_FileBytesAroundTheLimit_SkipsAbove(int over, string? code)
    {
        byte[] file = new byte[ArticleLimits.Default.FileBytes + over];
        file.AsSpan().Fill((byte)' ');
        "---\ntitle: t\n---\n"u8.CopyTo(file);

        ArticleReadResult result = Reading.Bytes(file);

        (result.Error?.Code).ShouldBe(code);
        if (code is not null)
            result.Error!.Message.ShouldBe("the file has 4194305 bytes and may have 4194304");
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, null)]
    [InlineData(1, DiagnosticCode.FrontMatterTooLarge)]
    public void Read_FrontMatterBytesAroundTheLimit_SkipsAbove(int over, string? code)
    {
        const string Start = "title: t\n#";
        int length = ArticleLimits.Default.FrontMatterBytes + over;
        string yaml = Start + new string('x', length - Start.Length - 1) + "\n";

        ArticleReadResult result = Reading.File($"---\n{yaml}---\n");

        (result.Error?.Code).ShouldBe(code);
        if (code is not null)
            result.Error!.ToString().ShouldBe("a.md:2:1: the front matter has 524289 bytes and may have 524288");
    }

    // The front matter itself is the first of the open maps, so the value may hold one less.
    [Theory]
    [InlineData(62, null)]
    [InlineData(63, null)]
    [InlineData(64, DiagnosticCode.YamlTooDeep)]
    public void Read_DepthAroundTheLimit_SkipsAbove(int nested, string? code)
    {
        string flow = new string('[', nested) + new string(']', nested);
        string maps = string.Concat(Enumerable.Repeat("{a: ", nested)) + new string('}', nested);
        string dashes = "\n  " + string.Concat(Enumerable.Repeat("- ", nested)) + "x";
        var indented = new StringBuilder("\n");
        for (int i = 1; i < nested; i++)
            indented.Append(' ', i).Append("a:\n");
        indented.Append(' ', nested).Append("a: x");

        foreach (string value in new[] { flow, maps, dashes, indented.ToString() })
            (Reading.FrontMatter("x: " + value).Error?.Code).ShouldBe(code, value);
    }

    [Theory]
    [InlineData(255, null)]
    [InlineData(256, null)]
    [InlineData(257, DiagnosticCode.YamlTooManyKeys)]
    public void Read_KeysAroundTheLimit_SkipsAbove(int keys, string? code)
    {
        string top = "title: t\n" + string.Join('\n', Enumerable.Range(1, keys - 1).Select(i => $"k{i}: v"));
        string inner = "x:\n" + string.Join('\n', Enumerable.Range(1, keys).Select(i => $"  k{i}: v"));

        (Reading.FrontMatter(top).Error?.Code).ShouldBe(code);
        (Reading.FrontMatter(inner).Error?.Code).ShouldBe(code);
    }

    [Fact]
    public void Read_ManyMapsWithFewKeys_AreNoMatter()
    {
        string related = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"\n- title: t{i}\n  webUrl: https://a.example/{i}"));

        Reading.FrontMatter("related:" + related).Clean().RelatedCount.ShouldBe(1_000);
    }

    [Theory]
    [InlineData(19, 19)]
    [InlineData(20, 20)]
    [InlineData(21, 20)]
    public void Read_DiagnosticsAroundTheLimit_KeepsAtMostThat(int warnings, int kept)
    {
        string related = string.Concat(Enumerable.Repeat("\n- publishedDateTime: x", warnings));

        IReadOnlyList<ArticleDiagnostic> diagnostics = Reading.FrontMatter("related:" + related).Diagnostics;

        diagnostics.Count.ShouldBe(kept);
        diagnostics.Any(d => d.Code == DiagnosticCode.MoreDiagnostics).ShouldBe(warnings > kept);
    }

    [Theory]
    [InlineData(1_999, false)]
    [InlineData(2_000, false)]
    [InlineData(2_001, true)]
    public void Read_BodyExcerptAroundTheLimit_IsCutAbove(int length, bool cut)
    {
        string body = new string('a', 1_000) + " " + new string('b', length - 1_001);

        string excerpt = Reading.File($"---\n---\n{body}\n").Clean().Excerpt;

        excerpt.ShouldBe(cut ? new string('a', 1_000) + "…" : body);
    }

    [Fact]
    public void Read_LongExcerptInFrontMatter_IsKept()
    {
        string excerpt = new('a', 100_000);

        Reading.FrontMatter("excerpt: " + excerpt).Clean().Excerpt.ShouldBe(excerpt);
    }

    [Fact]
    public void Constructor_LimitOutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new ArticleReader(new ArticleLimits { FileBytes = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ArticleReader(new ArticleLimits { FrontMatterBytes = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ArticleReader(new ArticleLimits { Depth = 1_001 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ArticleReader(new ArticleLimits { Keys = 0 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ArticleReader(new ArticleLimits { IdBytes = 5_000 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ArticleReader(new ArticleLimits { Diagnostics = 1 }));
        Should.Throw<ArgumentOutOfRangeException>(() => new ArticleReader(new ArticleLimits { BodyExcerptLength = 15 }));
    }
}
