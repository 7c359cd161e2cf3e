namespace SearchNews.Articles.Diagnostics;

/// <summary>
/// One thing that is wrong with a file or folder, in words an editor can act on. Holds no part of the `secured` blob and
/// no character that could forge a line of a log: values and paths are escaped when printed.
/// </summary>
/// <param name="Path">Path below the folder, `/`-separated, as on disk.</param>
/// <param name="Line">1-based line; 1 when the whole file is meant.</param>
/// <param name="Column">1-based column in UTF-16 units; 1 when the whole line or file is meant.</param>
/// <param name="Code">One of <see cref="DiagnosticCode"/>; stable, for scripts.</param>
/// <param name="Severity">Whether the file is skipped.</param>
/// <param name="Message">What is wrong and what to write instead; starts in lower case, no final stop.</param>
public sealed record ArticleDiagnostic(string Path, int Line, int Column, string Code, DiagnosticSeverity Severity, string Message)
{
    /// <summary>`path:line:column: message`, the form editors and terminals make clickable.</summary>
    public override string ToString() => $"{DiagnosticText.Escape(Path)}:{Line}:{Column}: {Message}";
}
