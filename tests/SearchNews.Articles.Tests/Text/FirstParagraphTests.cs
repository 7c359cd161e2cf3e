using SearchNews.Articles.Text;

namespace SearchNews.Articles.Tests.Text;

public sealed class FirstParagraphTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    [InlineData("One line.", "One line.")]
    [InlineData("\n\nFirst,\r\nsecond.\r\n\r\nThird.", "First, second.")]
    [InlineData("# Heading\nProse.", "Prose.")]
    [InlineData("Heading\n=======\nProse.", "Prose.")]
    [InlineData("Heading\n---\nProse.", "Prose.")]
    [InlineData("Prose.\n# Heading", "Prose.")]
    [InlineData("---\n***\n___\n* * *\nProse.", "Prose.")]
    [InlineData("- item\n* item\n+ item\n1. item\n2) item\n\nProse.", "Prose.")]
    [InlineData("2021 was a year.", "2021 was a year.")]
    [InlineData("Prose\n- with a dash", "Prose - with a dash")]
    [InlineData("```\ncode\n```\nProse.", "Prose.")]
    [InlineData("~~~ c#\ncode\n\ncode\n~~~\nProse.", "Prose.")]
    [InlineData("```\nnever closed", "")]
    [InlineData("    code\n\tcode\n\nProse.", "Prose.")]
    [InlineData("| a | b |\n|---|---|\n\nProse.", "Prose.")]
    [InlineData("<!-- one -->\n<!-- two\nlines -->\nProse.", "Prose.")]
    [InlineData("[label]: https://a.example\nProse.", "Prose.")]
    [InlineData("![image](a.png)\n\nProse.", "Prose.")]
    [InlineData("[![badge](a.png)](https://a.example)\n\nProse.", "Prose.")]
    [InlineData("<div class=\"x\">\n\nProse.", "Prose.")]
    [InlineData("> Quoted\n> prose.", "Quoted prose.")]
    [InlineData("A [link](https://a.example), a [reference][1], [brackets].", "A link, a reference, [brackets].")]
    [InlineData("**Bold**, *emphasis*, __bold__, _emphasis_, `code`, snake_case, 2 * 3.", "Bold, emphasis, bold, emphasis, code, snake_case, 2 * 3.")]
    [InlineData("[**bold** link](x) and ![gone](y)text", "bold link and text")]
    [InlineData("Escaped \\*stars\\* and \\[brackets\\], C:\\dir", "Escaped *stars* and [brackets], C:\\dir")]
    [InlineData("Entities &amp; <b>tags</b> – and â€“", "Entities & tags – and –")]
    [InlineData("[unclosed](x", "[unclosed](x")]
    public void Find_Body_GivesTheFirstProse(string body, string expected) => FirstParagraph.Find(body, 2_000).ShouldBe(expected);

    [Fact]
    public void Find_LongParagraph_IsCutAtAWord()
    {
        FirstParagraph.Find("one two three four five", 16).ShouldBe("one two three…");
        FirstParagraph.Find(new string('a', 40), 16).ShouldBe(new string('a', 15) + "…");
        FirstParagraph.Find(new string('a', 14) + "😀😀", 16).ShouldBe(new string('a', 14) + "…");
    }

    [Theory]
    [InlineData("![a](b)\n\n")]
    [InlineData("word ")]
    [InlineData("[")]
    [InlineData("[x](")]
    [InlineData("# h\n")]
    [InlineData("<!--\n")]
    [InlineData("a\n---\n")]
    [InlineData("> \n")]
    public void Find_FourMebibytes_IsQuick(string pattern)
    {
        string body = string.Concat(Enumerable.Repeat(pattern, 4 * 1024 * 1024 / pattern.Length));
        long start = System.Diagnostics.Stopwatch.GetTimestamp();

        FirstParagraph.Find(body, 2_000).Length.ShouldBeLessThanOrEqualTo(2_000);

        System.Diagnostics.Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }
}
