using System.Diagnostics;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.FrontMatter;

namespace SearchNews.Articles.Tests.FrontMatter;

/// <summary>The exact checks on tokens, which must hold by themselves: no test here goes through the guard.</summary>
public sealed class FrontMatterCursorTests
{
    [Theory]
    [InlineData("a: 1\na: 2", DiagnosticCode.YamlDuplicateKey)]
    [InlineData("a: 1\n\"a\": 2", DiagnosticCode.YamlDuplicateKey)]
    [InlineData("x: {a: 1, a: 2}", DiagnosticCode.YamlDuplicateKey)]
    [InlineData("- a: 1\n  b: {c: d}\n  a: 2", DiagnosticCode.YamlDuplicateKey)]
    [InlineData("<<: {a: b}", DiagnosticCode.YamlMergeKey)]
    [InlineData("x: {<<: y}", DiagnosticCode.YamlMergeKey)]
    [InlineData("? [a]\n: b", DiagnosticCode.YamlComplexKey)]
    [InlineData("{{a: b}: c}", DiagnosticCode.YamlComplexKey)]
    [InlineData("a:\n - b\n:\n", DiagnosticCode.YamlSyntax)]
    [InlineData("a: &x 1", DiagnosticCode.YamlAnchor)]
    [InlineData("a: &x [1]", DiagnosticCode.YamlAnchor)]
    [InlineData("&x a: 1", DiagnosticCode.YamlAnchor)]
    [InlineData("a: *x", DiagnosticCode.YamlAlias)]
    [InlineData("a: !t x", DiagnosticCode.YamlTag)]
    [InlineData("a: !!str x", DiagnosticCode.YamlTag)]
    [InlineData("a: ! x", DiagnosticCode.YamlTag)]
    [InlineData("a: !<tag:x> {b: c}", DiagnosticCode.YamlTag)]
    [InlineData("a: 1\n--- \nb: 2", DiagnosticCode.YamlSecondDocument)]
    public void Read_WhatFrontMatterMayNotHave_IsRefused(string yaml, string code) =>
        Should.Throw<FrontMatterException>(() => ReadAll(yaml)).Code.ShouldBe(code);

    [Theory]
    [InlineData("a: 1\nA: 2")]
    [InlineData("- a: 1\n- a: 2")]
    [InlineData("a: {a: {a: 1}}")]
    [InlineData("\"<<\": 1")]
    [InlineData("a: <<")]
    [InlineData("a: \"&x *y !z\"")]
    [InlineData("a: R&D *and* more!")]
    [InlineData("a: |\n  &x *y !z <<: {")]
    [InlineData("a: [x&y, x*y, x!y]")]
    public void Read_LegalText_IsRead(string yaml) => ReadAll(yaml).ShouldBeGreaterThan(1);

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("[{")]
    [InlineData("{a: ")]
    [InlineData("[\n")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[[],")]
    [InlineData("{[")]
    public void Read_HalfAMebibyteNested_EndsSoonWithATypedError(string pattern)
    {
        string text = "a:\n  " + string.Concat(Enumerable.Repeat(pattern, 512 * 1024 / pattern.Length));
        long start = Stopwatch.GetTimestamp();

        Should.Throw<FrontMatterException>(() => ReadAll(text));

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Skip_NestedValue_StandsOnItsLastToken()
    {
        FrontMatterCursor cursor = Cursor("a: [1, {b: [2]}, 3]\nc: d");
        cursor.Read();
        cursor.ReadKey(out string first).ShouldBeTrue();
        cursor.Skip();
        cursor.ReadKey(out string second).ShouldBeTrue();

        first.ShouldBe("a");
        second.ShouldBe("c");
        cursor.Text.ShouldBe("d");
        cursor.ReadKey(out _).ShouldBeFalse();
        cursor.Read().ShouldBeFalse();
    }

    [Theory]
    [InlineData("a:", true)]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a: \"\"", false)]
    [InlineData("a: 'null'", false)]
    [InlineData("a: nil", false)]
    public void IsNull_Scalar_IsPlainNothing(string yaml, bool expected)
    {
        FrontMatterCursor cursor = Cursor(yaml);
        cursor.Read();
        cursor.ReadKey(out _);
        cursor.IsNull.ShouldBe(expected);
    }

    private static FrontMatterCursor Cursor(string yaml) => new(new YamlTokenReader(yaml), ArticleLimits.Default);

    private static int ReadAll(string yaml)
    {
        FrontMatterCursor cursor = Cursor(yaml);
        int tokens = 0;
        while (cursor.Read())
            tokens++;
        return tokens;
    }
}
