namespace SearchNews.Cli.Output;

/// <summary>A hit of the engine alone.</summary>
internal sealed record IndexQueryHit(int Doc, string? Id, float Score);
