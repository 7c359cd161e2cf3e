using SearchNews.Articles.Diagnostics;

namespace SearchNews.Search.Maintenance;

/// <summary>An article that was put cannot be indexed; nothing was written. HTTP answers 422; users see the diagnostics.</summary>
public sealed class InvalidArticleException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="diagnostics">What is wrong; at least one error.</param>
    public InvalidArticleException(IReadOnlyList<ArticleDiagnostic> diagnostics)
        : base(string.Join(' ', diagnostics.Select(d => d.ToString()))) => Diagnostics = diagnostics;

    /// <summary>Errors and warnings in the order found.</summary>
    public IReadOnlyList<ArticleDiagnostic> Diagnostics { get; }
}
