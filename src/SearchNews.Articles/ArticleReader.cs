using System.Security.Cryptography;
using System.Text;
using SearchNews.Articles.Binding;
using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Articles.FrontMatter;
using SearchNews.Articles.Text;

namespace SearchNews.Articles;

/// <summary>
/// Reads Markdown files with YAML front matter into articles. Any bytes are a legal input: what cannot be read comes back as
/// diagnostics, never as an exception. Stateless after construction and safe to share between threads.
/// </summary>
public sealed class ArticleReader
{
    private readonly ArticleLimits _limits;

    /// <summary>Makes a reader with the given limits, or the default ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    public ArticleReader(ArticleLimits? limits = null)
    {
        _limits = (limits ?? ArticleLimits.Default).Validated();
    }

    /// <summary>False leaves all front matter to YamlDotNet, for tests and benchmarks that compare.</summary>
    internal bool TriesPlain { get; init; } = true;

    /// <summary>The lower-case hex SHA-256 that <see cref="Article.ContentHash"/> holds.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Reads the bytes of one file.</summary>
    /// <param name="id">A valid id, see <see cref="ArticleId"/>.</param>
    /// <param name="path">The path to name in diagnostics; not opened.</param>
    /// <param name="content">All bytes of the file.</param>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    public ArticleReadResult Read(string id, string path, ReadOnlySpan<byte> content)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(path);
        if (ArticleId.Problem(id, _limits) is { } problem)
            throw new ArgumentException($"The id is not valid: {problem}.", nameof(id));
        return Read(id, path, content, hash: null);
    }

    /// <summary>Reads a file that <see cref="ArticleFile"/> loaded; one that could not be loaded keeps its diagnostic.</summary>
    public ArticleReadResult Read(ArticleFileContent file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Problem is { } problem
            ? new ArticleReadResult(null, [problem])
            : Read(file.Entry.Id, file.Entry.Path, file.Bytes.Span, file.ContentHash);
    }

    private ArticleReadResult Read(string id, string path, ReadOnlySpan<byte> content, string? hash)
    {
        var diagnostics = new DiagnosticBag(path, _limits);
        FrontMatterBlock block = Locate(content, diagnostics);
        if (diagnostics.HasErrors)
            return new ArticleReadResult(null, diagnostics.ToList());

        ArticleDraft draft = FrontMatterParser.Parse(content[block.Yaml], _limits, diagnostics, TriesPlain);
        if (diagnostics.HasErrors)
            return new ArticleReadResult(null, diagnostics.ToList());

        string title = ArticleCleaner.Clean(draft.Title ?? "");
        string excerpt = ArticleCleaner.Clean(draft.Excerpt ?? "");
        bool fromBody = excerpt.Length == 0 && !draft.Removed;
        if (fromBody)
            excerpt = FirstParagraph.Find(Encoding.UTF8.GetString(content[block.Body]), _limits.BodyExcerptLength);
        if (title.Length == 0 && excerpt.Length == 0 && !draft.Removed)
        {
            diagnostics.Error(DiagnosticCode.NothingToSearch, new TextPosition(1, 1),
                "there is neither a title nor an excerpt; write at least one, such as title: \"Your headline\"");
            return new ArticleReadResult(null, diagnostics.ToList());
        }

        Article article = Build(id, hash ?? Hash(content), draft, title, excerpt) with
        {
            ExcerptFromBody = fromBody && excerpt.Length > 0,
        };
        return new ArticleReadResult(article, diagnostics.ToList());
    }

    /// <summary>Checks size and encoding and finds the front matter, the cheap checks first.</summary>
    private FrontMatterBlock Locate(ReadOnlySpan<byte> content, DiagnosticBag diagnostics)
    {
        if (content.Length > _limits.FileBytes)
        {
            diagnostics.Error(DiagnosticCode.FileTooLarge, new TextPosition(1, 1), FileMessages.TooLarge(content.Length, _limits));
            return default;
        }

        if (content.IsEmpty)
        {
            diagnostics.Error(DiagnosticCode.FileEmpty, new TextPosition(1, 1), FileMessages.Empty);
            return default;
        }

        if (EncodingCheck.Find(content) is { } defect)
        {
            diagnostics.Error(defect.Code, defect.Position, defect.Message);
            return default;
        }

        FrontMatterBlock block = FrontMatterBlock.Find(content);
        int length = content[block.Yaml].Length;
        if (block.Status == FrontMatterStatus.Missing)
        {
            diagnostics.Error(DiagnosticCode.FrontMatterMissing, new TextPosition(1, 1),
                "there is no front matter; the first line must be exactly three dashes (---)");
        }
        else if (block.Status == FrontMatterStatus.NotClosed)
        {
            diagnostics.Error(DiagnosticCode.FrontMatterNotClosed, new TextPosition(1, 1),
                "the front matter that opens here is never closed; write a line of exactly three dashes (---) after the last key");
        }
        else if (length > _limits.FrontMatterBytes)
        {
            diagnostics.Error(DiagnosticCode.FrontMatterTooLarge, new TextPosition(FrontMatterBlock.FirstLine, 1),
                $"the front matter has {length} bytes and may have {_limits.FrontMatterBytes}");
        }

        return block;
    }

    private static Article Build(string id, string hash, ArticleDraft draft, string title, string excerpt) => new()
    {
        Id = id,
        ContentHash = hash,
        Category = draft.Category,
        Title = title,
        Excerpt = excerpt,
        PublishedAt = draft.PublishedAt,
        UpdatedAt = draft.UpdatedAt,
        OriginalUrl = draft.OriginalUrl,
        WebUrl = draft.WebUrl,
        AmpWebUrl = draft.AmpWebUrl,
        CdnAmpWebUrl = draft.CdnAmpWebUrl,
        Type = draft.Type,
        Quality = draft.Quality,
        Heat = draft.Heat,
        Published = draft.Published,
        Removed = draft.Removed,
        Provider = draft.Provider,
        Topics = draft.Topics,
        Images = draft.Images,
        Related = draft.Related,
    };
}
