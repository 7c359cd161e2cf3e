using SearchNews.Articles.FrontMatter;

namespace SearchNews.Articles.Tests.FrontMatter;

public sealed class PlainTokenizerTests
{
    /// <summary>The forms that must not cost a second look; each is judged by YamlDotNet.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("a: b")]
    [InlineData("a: b\n")]
    [InlineData("a: b\r\nc: d\r\n")]
    [InlineData("a: \"b\"\n\nc: 'd'\n")]
    [InlineData("a:\nb:\n")]
    [InlineData("a:\n  b: c\n  d: e\nf: g\n")]
    [InlineData("a:\n  - b\n  - c\n")]
    [InlineData("a:\n- b\n- c\nd: e\n")]
    [InlineData("a:\n  - b: c\n    d:\n      e: f\n    g:\n      - h: i\n        j: k\n  - b: l\nm: n\n")]
    [InlineData("a:\n- b: c\n  d:\n  - e\n  - f\n- g\nh: i\n")]
    [InlineData("a:\n  -\n  - b\n")]
    [InlineData("a:\n  - b\n  -\n")]
    [InlineData("a:\n  -\n    b: c\n")]
    [InlineData("a:\n  - b:\n  - c:\n      d: e\n")]
    [InlineData("a: []\nb:\n  - []\n")]
    [InlineData("a:   b  \nc: \"d\"  \ne:  \nf: g\n")]
    [InlineData("a: b\n   \nc: d\n   ")]
    [InlineData("a: 2021-02-17T17:00:59Z\nb: -1\nc: 52.5\nd: https://a.example/b?c=d#e\n")]
    [InlineData("a: \"\\\"\\\\\\/\\n\\r\\t\\u00E9\\u0000\"\n")]
    [InlineData("a: 'it''s ''''here'''''\n")]
    [InlineData("a: \"\"\nb: ''\n")]
    [InlineData("a: ~\nb: null\nc: (x)\nd: .NET\ne: C#\nf: $5\ng: é [b] {c} & d, e! *f* \"g\" 'h' | > %\n")]
    [InlineData("a: x- y\nb: -1 - 2\nc: a:b c#d\n")]
    [InlineData("a: \ud83d\ude81 \u2019\u00a0\u200b\n")]
    [InlineData("_a-1: b\nC: d\n1: e\n")]
    public void Split_PlainText_IsReadAsTheJudgeReadsIt(string text) => YamlJudge.Agrees(text).ShouldBeTrue();

    /// <summary>What is left to YamlDotNet, legal or not.</summary>
    [Theory]
    [InlineData("# a\nb: c\n")]
    [InlineData("a: b # c\n")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a: >-\n  b\n")]
    [InlineData("a: b\n  c\n")]
    [InlineData("a: \"b\n  c\"\n")]
    [InlineData("a:\n  b\n")]
    [InlineData("a: [b]\n")]
    [InlineData("a: {}\n")]
    [InlineData("a: &b c\n")]
    [InlineData("a: *b\n")]
    [InlineData("a: !b c\n")]
    [InlineData("a: @b\n")]
    [InlineData("a: `b\n")]
    [InlineData("a: %b\n")]
    [InlineData("a: - b\n")]
    [InlineData("a: ? b\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: b:\n")]
    [InlineData("a: \"b\" c\n")]
    [InlineData("a: \"b\"c\"\n")]
    [InlineData("a: 'b' c'\n")]
    [InlineData("a: \"b\n")]
    [InlineData("a: \"\\x41\"\n")]
    [InlineData("a: \"\\ud83d\\ude81\"\n")]
    [InlineData("a: \"\\u00g0\"\n")]
    [InlineData("a: \"\\u00\"\n")]
    [InlineData("a: \"b\\\"\n")]
    [InlineData("a: '\n")]
    [InlineData("a:\tb\n")]
    [InlineData("\ta: b\n")]
    [InlineData("a: b\rc: d\r")]
    [InlineData("a: \ufeffb\n")]
    [InlineData("a: \u0001b\n")]
    [InlineData("a: \"b\u2028c\"\n")]
    [InlineData("a: b\u0085\n")]
    [InlineData(" a: b\n")]
    [InlineData("- a\n")]
    [InlineData("a\n")]
    [InlineData("a:b\n")]
    [InlineData("a : b\n")]
    [InlineData("\"a\": b\n")]
    [InlineData("a b: c\n")]
    [InlineData("<<: a\n")]
    [InlineData("a: b\n--- \nc: d\n")]
    [InlineData("a: b\n... \n")]
    [InlineData("a: b\n  c: d\n")]
    [InlineData("a:\n  b: c\n d: e\n")]
    [InlineData("a:\n  - b\n - c\n")]
    [InlineData("a:\n  - b\n    - c\n")]
    [InlineData("a:\n  - - b\n")]
    [InlineData("a:\n  -  b: c\n     d: e\n")]
    [InlineData("a: b\n- c\n")]
    public void Split_AnythingElse_IsDeclined(string text) => PlainSplit.Of(text, ArticleLimits.Default.Depth).ShouldBeNull();

    [Fact]
    public void Split_DepthAtAndOverTheLimit_IsReadAndDeclined()
    {
        PlainSplit.Of("a:\n  b:\n    c: d\n", depth: 3).ShouldNotBeNull();
        PlainSplit.Of("a:\n  b:\n    c: d\n", depth: 2).ShouldBeNull();
        PlainSplit.Of(Nested(PlainTokenizer.MaxDepth), depth: 64).ShouldNotBeNull();
        PlainSplit.Of(Nested(PlainTokenizer.MaxDepth + 1), depth: 64).ShouldBeNull();
    }

    [Theory]
    [InlineData("a: b\n")]
    [InlineData("- ")]
    [InlineData("\n")]
    [InlineData("a:\n ")]
    [InlineData("\\\"")]
    [InlineData("a: '''")]
    public void Split_HalfAMebibyte_IsQuick(string pattern)
    {
        string text = string.Concat(Enumerable.Repeat(pattern, 512 * 1024 / pattern.Length));
        long start = System.Diagnostics.Stopwatch.GetTimestamp();

        PlainSplit.Of("a: \"" + text, 64);
        PlainSplit.Of("a:\n" + text, 64);

        System.Diagnostics.Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Range(0, depth).Select(i => new string(' ', i) + "a:\n"));
}
