using System.Text;
using SearchNews.Articles;

namespace SearchNews.Cli;

/// <summary>Takes a draft apart: Markdown with front matter as an article is read, else the first line as title and the rest as excerpt.</summary>
internal static class DraftText
{
    private const string FrontMatter = "---";

    /// <summary>The draft as parameters of a request.</summary>
    /// <exception cref="UsageException">It begins as front matter and cannot be read.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Read(string text)
    {
        (string title, string excerpt) = text.StartsWith(FrontMatter, StringComparison.Ordinal) ? ReadArticle(text) : Split(text);
        return [KeyValuePair.Create("title", title), KeyValuePair.Create("excerpt", excerpt)];
    }

    private static (string Title, string Excerpt) ReadArticle(string text)
    {
        ArticleReadResult result = new ArticleReader().Read("draft", "draft", Encoding.UTF8.GetBytes(text));
        return result.Article is { } article ? (article.Title, article.Excerpt) : throw new UsageException($"The draft's front matter cannot be read: {result.Error}");
    }

    private static (string Title, string Excerpt) Split(string text)
    {
        string trimmed = text.Trim();
        int end = trimmed.IndexOfAny(['\r', '\n']);
        return end < 0 ? (trimmed, "") : (trimmed[..end], trimmed[end..].Trim());
    }
}
