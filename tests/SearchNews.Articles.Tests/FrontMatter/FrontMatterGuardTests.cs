using System.Diagnostics;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.FrontMatter;

namespace SearchNews.Articles.Tests.FrontMatter;

public sealed class FrontMatterGuardTests
{
    private const int Depth = 64;

    [Theory]
    [InlineData("[", "")]
    [InlineData("{", "a: ")]
    [InlineData("[{", "")]
    [InlineData("[\n", "")]
    [InlineData("[ # comment ]\n", "")]
    [InlineData("- ", "")]
    [InlineData("- ", "a:\n  ")]
    [InlineData("? ", "")]
    [InlineData("- ? ", "")]
    [InlineData("{a: ", "x: \"quoted [ \\\" \"\ny: ")]
    [InlineData("[", "x: 'it''s'\ny: ")]
    [InlineData("[", "x: |\n  block [\ny: ")]
    [InlineData("[", "x: plain [ text\n  goes ' on\ny: ")]
    [InlineData("[", "x: don't\ny: ")]
    [InlineData("[\"]\", ", "")]
    public void Check_DeepNesting_IsRefused(string pattern, string before)
    {
        string text = before + string.Concat(Enumerable.Repeat(pattern, Depth + 1));

        Refusal(text, Depth).ShouldBe(DiagnosticCode.YamlTooDeep);
    }

    [Fact]
    public void Check_TwentyKilobytesOfBrackets_IsRefusedAtTheFirstTooMany()
    {
        FrontMatterException e = Should.Throw<FrontMatterException>(() => FrontMatterGuard.Check(new string('[', 20_000), Depth));

        e.Offset.ShouldBe(Depth);
    }

    /// <summary>Legal text full of brackets, dashes and signs: nothing here opens anything.</summary>
    [Theory]
    [InlineData("title: \"{0}\"")]
    [InlineData("title: '{0}'")]
    [InlineData("title: \"a: {0}\"")]
    [InlineData("title: 'a: {0}'")]
    [InlineData("title: \"first\n  {0}\"")]
    [InlineData("title: \"first\n  b: {0}\"")]
    [InlineData("title: a {0}")]
    [InlineData("title: a\n  {0}")]
    [InlineData("title: a\n\n  b\n  {0}")]
    [InlineData("- a\n  {0}")]
    [InlineData("- title: a\n    {0}")]
    [InlineData("title: |\n  {0}\n\n  {0}")]
    [InlineData("title: >-\n {0}")]
    [InlineData("- |\n {0}")]
    [InlineData("- a: |\n    {0}")]
    [InlineData("# {0}")]
    [InlineData("title: a # {0}")]
    [InlineData("title: a\n# {0}\nexcerpt: b")]
    [InlineData("title: \"\\\" {0}\"")]
    [InlineData("title: 'it''s {0}'")]
    [InlineData("topics: [\"{0}\", '{0}']")]
    [InlineData("topics: [a, # {0}\n b]")]
    [InlineData("\"{0}\": x")]
    [InlineData("a{0}: x")]
    public void Check_SignsWithinText_AreNoMatter(string form)
    {
        string signs = string.Concat(Enumerable.Repeat("[{- ? ", Depth + 1)).TrimEnd();

        FrontMatterGuard.Check(form.Replace("{0}", signs, StringComparison.Ordinal), Depth);
    }

    [Fact]
    public void Check_ManyListsSideBySide_AreNoMatter()
    {
        FrontMatterGuard.Check(string.Concat(Enumerable.Repeat("- [[a], {b: c}]\n", 1_000)), 4);
        FrontMatterGuard.Check("a: " + string.Concat(Enumerable.Repeat("x] [", 1_000)), 4);
    }

    /// <summary>
    /// What the guard refuses, YAML refuses or nests too deep as well: no legal article is lost to the guard. A small limit lets
    /// short random text reach it.
    /// </summary>
    [Fact]
    public void Check_RandomText_RefusesOnlyWhatTheExactCountRefuses()
    {
        const int Limit = 3;
        string[] pieces =
        [
            "a: ", "b", "- ", "? ", ": ", ", ", "[", "]", "{", "}", "'", "\"", "|\n", ">\n", "#", " #", "\n", "\n", "\n  ", "\n    ",
            "\n ", "  ", "\\", "text", "k: [x]", "[a, b]", "{a: b}", "- - ", "don't", "a: |\n  ", "\r\n", "\"q\": ", "''",
        ];
        Random random = SearchNews.Testing.Seeds.Random();
        int refused = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (Refusal(text, Limit) is null)
                continue;
            refused++;
            ExactRefusal(text, Limit).ShouldNotBeNull($"the guard refused legal text: {text}");
        }

        refused.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("- ")]
    [InlineData("a: \"")]
    [InlineData("'")]
    [InlineData(" #")]
    [InlineData("|\n")]
    [InlineData("\n")]
    [InlineData("[]")]
    [InlineData("a: b\n")]
    public void Check_HalfAMebibyte_IsQuick(string pattern)
    {
        string text = string.Concat(Enumerable.Repeat(pattern, 512 * 1024 / pattern.Length));
        long start = Stopwatch.GetTimestamp();

        Refusal(text, Depth);

        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static string? Refusal(string text, int depth)
    {
        try
        {
            FrontMatterGuard.Check(text, depth);
            return null;
        }
        catch (FrontMatterException e)
        {
            return e.Code;
        }
    }

    private static string? ExactRefusal(string text, int depth)
    {
        try
        {
            var cursor = new FrontMatterCursor(new YamlTokenReader(text), new ArticleLimits { Depth = depth });
            while (cursor.Read())
            {
            }

            return null;
        }
        catch (FrontMatterException e)
        {
            return e.Code;
        }
    }
}
