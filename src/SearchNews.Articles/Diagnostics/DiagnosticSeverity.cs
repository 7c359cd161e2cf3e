namespace SearchNews.Articles.Diagnostics;

/// <summary>What a diagnostic means for its file.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The article is read; the named value is treated as missing.</summary>
    Warning,

    /// <summary>The article is skipped.</summary>
    Error,
}
