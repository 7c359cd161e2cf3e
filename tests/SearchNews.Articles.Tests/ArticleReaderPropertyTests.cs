using System.Diagnostics;
using System.Text;
using SearchNews.Articles.Diagnostics;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests;

/// <summary>Any bytes give an article or a reason, soon, and never an exception.</summary>
public sealed class ArticleReaderPropertyTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly string[] Pieces =
    [
        "title: ", "excerpt: ", "a: ", "b", "- ", "? ", ": ", ", ", "[", "]", "{", "}", "'", "\"", "|\n", "> \n", "|2\n", "#", " #",
        "&a ", "*a ", "!t ", "!<x> ", "%", "%YAML 1.1\n", "@", "`", "\n", "\n  ", "\n    ", "\n ", "\t", "\r", "\r\n", "---", "...",
        "--- x", "\\u0041", "\\x4", "\\uD83D", "\\", "\\\"", "''", "~", "null", "<<: ", "😀", "é", "\u2028", "\u0085", "\uFEFF",
        "quality: 5\n", "related:\n  - title: x\n", "topics:\n  - A\n", "-", "?", ":", "=", "\"k\": v\n", "[a, b]", "{a: b}",
        "secured: \"zzz\"\n", "!", "&", "*", "!!str ", "%TAG ! x\n", "|+\n", ">-\n", "removed: x\n", "&amp;", "<b>", "â€“", "\0",
    ];

    [Fact]
    public void Read_RandomYaml_GivesAnArticleOrAReason()
    {
        Random random = Seeds.Random();
        int read = 0;
        for (int i = 0; i < 4_000; i++)
        {
            string yaml = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            read += Check(Encoding.UTF8.GetBytes($"---\ntitle: t\n{yaml}\n---\nbody")) ? 1 : 0;
        }

        read.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Read_RandomBytes_GivesAnArticleOrAReason()
    {
        Random random = Seeds.Random(1);
        for (int i = 0; i < 1_500; i++)
            Check([.. "---\n"u8, .. Some.Bytes(random, random.Next(100)), .. "\n---\n"u8, .. Some.Bytes(random, random.Next(20))]);
    }

    [Fact]
    public void Read_DamagedArticle_GivesAnArticleOrAReason()
    {
        Random random = Seeds.Random(2);
        byte[][] samples = [.. Directory.EnumerateFiles(RepoRoot.Combine("index-data", "articles"), "*.md").Order(StringComparer.Ordinal).Take(20).Select(File.ReadAllBytes)];
        for (int i = 0; i < 2_000; i++)
        {
            byte[] file = (byte[])samples[random.Next(samples.Length)].Clone();
            for (int change = random.Next(1, 5); change > 0; change--)
                file[random.Next(file.Length)] = (byte)"\"'[]{}:-\n #&*!|>%@\\\0\t\u007F"[random.Next(22)];
            Check(file[..random.Next(file.Length / 2, file.Length + 1)]);
        }
    }

    /// <summary>100 kB of one pattern, after openings that put it in every context.</summary>
    [Fact]
    public void Read_RepeatedPatterns_EndSoon()
    {
        string[] openings = ["", "a: ", "x: [", "x: \"", "x: |\n ", "- "];
        string[] patterns = ["[", "{", "- ", "? ", "[\n", "{a: ", "a: ", "'", "\"\n", "\n", "#\n", "a\n", "a: b\n", "a,", "[],", "&a ", ":\n", "|\n", "\\", "\t\n"];
        foreach (string opening in openings)
        {
            foreach (string pattern in patterns)
            {
                string yaml = opening + string.Concat(Enumerable.Repeat(pattern, 100_000 / pattern.Length));
                Check(Encoding.UTF8.GetBytes($"---\ntitle: t\n{yaml}\n---\n"));
            }
        }
    }

    /// <summary>Lists have no limit of their own, so each item must cost the same.</summary>
    [Theory]
    [InlineData("topics:", "\n- t{0}")]
    [InlineData("images:", "\n- {{width: {0}}}")]
    [InlineData("related:", "\n- {0}")]
    public void Read_ListAsLongAsTheFrontMatter_EndsSoon(string key, string item)
    {
        string yaml = key + string.Concat(Enumerable.Range(10_000, 25_000).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, item, i)));

        Check(Encoding.UTF8.GetBytes($"---\ntitle: t\n{yaml}\n---\n")).ShouldBeTrue();
    }

    /// <summary>What is written as JSON text comes back as that text, cleaned: escaping loses nothing.</summary>
    [Fact]
    public void Read_AnyTitle_ComesBack()
    {
        Random random = Seeds.Random(3);
        for (int i = 0; i < 1_500; i++)
        {
            string title = Some.Text(random, 60);
            string json = System.Text.Json.JsonSerializer.Serialize(title);

            ArticleReadResult result = Reading.File($"---\ntitle: {json}\nexcerpt: e\n---\n");

            result.Clean().Title.ShouldBe(SearchNews.Articles.Text.ArticleCleaner.Clean(title), json);
        }
    }

    /// <summary>Reads and checks what always holds; true when there is an article.</summary>
    private static bool Check(byte[] file)
    {
        long start = Stopwatch.GetTimestamp();
        ArticleReadResult result = Reading.Bytes(file);
        Stopwatch.GetElapsedTime(start).ShouldBeLessThan(Soon, Excerpt(file));

        bool hasError = result.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error);
        hasError.ShouldBe(result.Article is null, Excerpt(file));
        result.Diagnostics.Count.ShouldBeLessThanOrEqualTo(ArticleLimits.Default.Diagnostics);
        int lines = file.Count(b => b is (byte)'\n' or (byte)'\r') + 1;
        foreach (ArticleDiagnostic diagnostic in result.Diagnostics)
        {
            diagnostic.Line.ShouldBeInRange(1, lines, Excerpt(file));
            diagnostic.Column.ShouldBeGreaterThan(0);
            diagnostic.ToString().Any(char.IsControl).ShouldBeFalse();
        }

        if (result.Article is { Removed: false } article)
            (article.Title.Length + article.Excerpt.Length).ShouldBeGreaterThan(0);
        return result.Article is not null;
    }

    private static string Excerpt(byte[] file) => Convert.ToBase64String(file, 0, Math.Min(file.Length, 2_000));
}
