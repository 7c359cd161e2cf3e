using SearchNews.Articles.Diagnostics;

namespace SearchNews.Articles;

/// <summary>What came of reading one file: an article, perhaps with warnings, or the reasons why it is skipped.</summary>
public sealed record ArticleReadResult
{
    internal ArticleReadResult(Article? article, IReadOnlyList<ArticleDiagnostic> diagnostics)
    {
        Article = article;
        Diagnostics = diagnostics;
    }

    /// <summary>The article; null when the file is skipped.</summary>
    public Article? Article { get; }

    /// <summary>Errors and warnings in the order found. With an article, warnings only; without one, at least one error.</summary>
    public IReadOnlyList<ArticleDiagnostic> Diagnostics { get; }

    /// <summary>The first error, the one to name in a report; null when there is an article.</summary>
    public ArticleDiagnostic? Error => Article is null ? Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error) : null;
}
