namespace SearchNews.Cli.Output;

/// <summary>Figures of the live generation.</summary>
internal sealed record IndexStatistics(string Path, string Generation, long Commit, int Articles, int Deleted, int Segments, long Bytes, double BytesPerArticle, long Terms, string? Source, string? BuiltAt, string? Schema);
