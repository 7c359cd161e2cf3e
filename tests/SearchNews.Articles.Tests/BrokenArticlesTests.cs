using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests;

/// <summary>
/// The files of tests/Fixtures/broken-articles have one defect each, such as editors make. The table says what they are told: first
/// error's line, column, code and words.
/// </summary>
public sealed class BrokenArticlesTests
{
    private const string Colon = "text with a colon and a blank (`: `) must be in double quotes";
    private const string NoKey = "a `key: value` is expected here; indent keys of one map alike, and write nothing after a closing quote";
    private const string NoFence = "there is no front matter; the first line must be exactly three dashes (---)";
    private const string Bracket = "the bracket that opens here is never closed or lacks a comma; put text that begins with [ or { in double quotes";
    private const string Unindented = "the quoted text that opens here goes on at the start of a later line; indent that line or close the quote before it";

    private static readonly string Folder = RepoRoot.Combine("tests", "Fixtures", "broken-articles");

    public static TheoryData<string, int, int, string, string> Expectations => new()
    {
        { "alias-bomb.md", 4, 4, DiagnosticCode.YamlAnchor, "an anchor (&) is not allowed here; put text that begins with & in quotes" },
        { "alias.md", 4, 7, DiagnosticCode.YamlAlias, "an alias (*) is not allowed here; put text that begins with * in quotes" },
        { "anchor.md", 4, 7, DiagnosticCode.YamlAnchor, "an anchor (&) is not allowed here; put text that begins with & in quotes" },
        { "backslash-in-quotes.md", 4, 26, DiagnosticCode.YamlSyntax, "a backslash in double quotes is followed by a character it cannot escape; write \\\\ for a backslash" },
        { "blank-first-line.md", 1, 1, DiagnosticCode.FrontMatterMissing, NoFence },
        { "byte-order-mark-only.md", 1, 1, DiagnosticCode.FrontMatterMissing, NoFence },
        { "colon-in-title.md", 3, 13, DiagnosticCode.YamlSyntax, Colon },
        { "comma-missing-in-list.md", 4, 25, DiagnosticCode.YamlSyntax, "the list that opens with [ is never closed or lacks a comma; put text that begins with [ in double quotes" },
        { "crlf-unclosed-quote.md", 5, 10, DiagnosticCode.YamlSyntax, Unindented },
        { "deep-brackets.md", 4, 74, DiagnosticCode.YamlTooDeep, "lists and maps are nested more than 64 deep" },
        { "deep-dashes.md", 5, 131, DiagnosticCode.YamlTooDeep, "lists and maps are nested more than 64 deep" },
        { "duplicate-key-in-provider.md", 7, 3, DiagnosticCode.YamlDuplicateKey, "this key is written twice; keep one of them" },
        { "duplicate-title.md", 5, 1, DiagnosticCode.YamlDuplicateKey, "the key \"title\" is written twice; keep one of them" },
        { "empty.md", 1, 1, DiagnosticCode.FileEmpty, "the file is empty; write front matter, from a line --- to a line ---" },
        { "excerpt-is-a-map.md", 5, 3, DiagnosticCode.NotText, "excerpt must be text and is a map; put it in double quotes on one line" },
        { "four-dashes.md", 1, 1, DiagnosticCode.FrontMatterMissing, NoFence },
        { "front-matter-is-a-list.md", 2, 1, DiagnosticCode.YamlNotAMap, "the front matter must be `key: value` lines" },
        { "front-matter-is-text.md", 2, 1, DiagnosticCode.YamlNotAMap, "the front matter must be `key: value` lines" },
        { "half-an-emoji.md", 4, 25, DiagnosticCode.YamlSyntax, "an escape such as \\uD83D is half of a character; write the character itself or both halves" },
        { "indented-too-far.md", 5, 10, DiagnosticCode.YamlSyntax, Colon },
        { "key-is-a-list.md", 4, 3, DiagnosticCode.YamlComplexKey, "a list or map stands where a key is expected; put text that begins with [ or { in double quotes" },
        { "list-item-on-key-line.md", 4, 9, DiagnosticCode.YamlSyntax, "a list item (`- `) is not allowed here; begin the list on a line of its own" },
        { "list-items-not-aligned.md", 6, 2, DiagnosticCode.YamlSyntax, NoKey },
        { "merge-key.md", 4, 1, DiagnosticCode.YamlMergeKey, "a merge key (<<) is not allowed here; write the keys out" },
        { "missing-colon.md", 4, 13, DiagnosticCode.YamlSyntax, NoKey },
        { "missing-hexadecimal-digits.md", 4, 16, DiagnosticCode.YamlSyntax, "an escape such as \\u00E9 has too few hexadecimal digits; write four after \\u and two after \\x" },
        { "never-closed.md", 1, 1, DiagnosticCode.FrontMatterNotClosed, "the front matter that opens here is never closed; write a line of exactly three dashes (---) after the last key" },
        { "no-front-matter.md", 1, 1, DiagnosticCode.FrontMatterMissing, NoFence },
        { "no-title-no-excerpt.md", 1, 1, DiagnosticCode.NothingToSearch, "there is neither a title nor an excerpt; write at least one, such as title: \"Your headline\"" },
        { "nul-character.md", 4, 12, DiagnosticCode.NulCharacter, "there is a NUL character here; delete it or save the file as UTF-8" },
        { "quote-continues-unindented.md", 4, 10, DiagnosticCode.YamlSyntax, Unindented },
        { "removed-is-a-list.md", 4, 10, DiagnosticCode.RemovedUnclear, "removed (a list) is neither true nor false, so the article is not shown; write true or false" },
        { "removed-maybe.md", 4, 10, DiagnosticCode.RemovedUnclear, "removed \"maybe\" is neither true nor false, so the article is not shown; write true or false" },
        { "second-document.md", 4, 1, DiagnosticCode.YamlSecondDocument, "a second document begins inside the front matter; keep one list of keys and close it with ---" },
        { "single-quote-never-closed.md", 4, 10, DiagnosticCode.YamlSyntax, "the quote that opens here is never closed; end the text with the same quote, and write \\\" for a quote within double quotes" },
        { "tab-indent.md", 5, 1, DiagnosticCode.YamlSyntax, "indent with blanks, not tabs" },
        { "tag.md", 4, 10, DiagnosticCode.YamlTag, "a tag (!) is not allowed here; put text that begins with ! in quotes" },
        { "text-after-quote.md", 4, 24, DiagnosticCode.YamlSyntax, NoKey },
        { "title-begins-with-at.md", 3, 8, DiagnosticCode.YamlSyntax, "text cannot begin with this character here; put it in double quotes, and indent with blanks, not tabs" },
        { "title-begins-with-bracket.md", 3, 8, DiagnosticCode.NotText, "title must be text and is a list; put it in double quotes on one line" },
        { "title-begins-with-exclamation.md", 3, 8, DiagnosticCode.YamlTag, "a tag (!) is not allowed here; put text that begins with ! in quotes" },
        { "title-begins-with-quote.md", 3, 39, DiagnosticCode.YamlSyntax, NoKey },
        { "title-begins-with-star.md", 3, 8, DiagnosticCode.YamlAlias, "an alias (*) is not allowed here; put text that begins with * in quotes" },
        { "title-is-a-list.md", 3, 8, DiagnosticCode.NotText, "title must be text and is a list; put it in double quotes on one line" },
        { "too-many-keys.md", 258, 1, DiagnosticCode.YamlTooManyKeys, "there are more than 256 keys in one map" },
        { "unclosed-list.md", 4, 9, DiagnosticCode.YamlSyntax, Bracket },
        { "unclosed-map.md", 4, 11, DiagnosticCode.YamlSyntax, Bracket },
        { "utf-16.md", 1, 1, DiagnosticCode.NotUtf8, "the file is UTF-16; save it as UTF-8" },
        { "windows-1252.md", 4, 14, DiagnosticCode.NotUtf8, "the byte E9 here is not UTF-8; save the file as UTF-8" },
    };

    [Theory]
    [MemberData(nameof(Expectations))]
    public void Read_BrokenArticle_NamesThePlaceAndTheWayOut(string file, int line, int column, string code, string message)
    {
        ArticleEntry entry = new ArticleFolder(Folder).Scan(TestContext.Current.CancellationToken).Entries.Single(e => e.Path == file);

        ArticleDiagnostic error = new ArticleReader().Read(ArticleFile.Load(entry)).Failed();

        error.ToString().ShouldBe($"{file}:{line}:{column}: {message}");
        error.Code.ShouldBe(code);
    }

    [Fact]
    public void Folder_Files_AreAllInTheTable()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path));

        files.Order(StringComparer.Ordinal).ShouldBe(
            Expectations.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }
}
