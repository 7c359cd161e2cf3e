namespace SearchNews.Cli.Output;

/// <summary>What the engine alone found.</summary>
internal sealed record IndexQueryResult(long Total, IReadOnlyList<IndexQueryHit> Hits);
