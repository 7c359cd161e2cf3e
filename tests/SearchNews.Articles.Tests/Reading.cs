using System.Text;
using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles.Tests;

/// <summary>Reads articles from text in tests.</summary>
internal static class Reading
{
    public const string Path = "a.md";

    public static ArticleReadResult File(string file, ArticleLimits? limits = null) => Bytes(Encoding.UTF8.GetBytes(file), limits);

    public static ArticleReadResult Bytes(byte[] file, ArticleLimits? limits = null) =>
        new ArticleReader(limits).Read("a", Path, file);

    /// <summary>Reads front matter lines, with a title unless they have one.</summary>
    public static ArticleReadResult FrontMatter(string yaml, ArticleLimits? limits = null)
    {
        bool hasTitle = yaml.StartsWith("title:", StringComparison.Ordinal) || yaml.Contains("\ntitle:", StringComparison.Ordinal);
        return File($"---\n{yaml}\n{(hasTitle ? "" : "title: t\n")}---\n", limits);
    }

    /// <summary>The article, which must have been read without any diagnostic.</summary>
    public static Article Clean(this ArticleReadResult result)
    {
        result.Diagnostics.ShouldBeEmpty();
        return result.Article.ShouldNotBeNull();
    }

    /// <summary>The article and the one warning it comes with.</summary>
    public static (Article Article, ArticleDiagnostic Warning) Warned(this ArticleReadResult result)
    {
        ArticleDiagnostic warning = result.Diagnostics.ShouldHaveSingleItem();
        warning.Severity.ShouldBe(DiagnosticSeverity.Warning);
        return (result.Article.ShouldNotBeNull(), warning);
    }

    /// <summary>The first error of a file that must have been skipped.</summary>
    public static ArticleDiagnostic Failed(this ArticleReadResult result)
    {
        result.Article.ShouldBeNull();
        return result.Error.ShouldNotBeNull();
    }
}
