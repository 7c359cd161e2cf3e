namespace SearchNews.Api.Problems;

/// <summary>One thing that is wrong with an article.</summary>
/// <param name="Line">1-based line; 1 when the whole file is meant.</param>
/// <param name="Column">1-based column in UTF-16 units.</param>
/// <param name="Code">Stable, for scripts.</param>
/// <param name="Severity"><c>error</c> or <c>warning</c>; only errors are why it was refused.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record ArticleFault(int Line, int Column, string Code, string Severity, string Message);
