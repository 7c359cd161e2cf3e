namespace SearchNews.Cli.Output;

/// <summary>Figures of the live generation; those of stories are null for an index of something else.</summary>
internal sealed record IndexStatistics(string Path, string Generation, long Commit, int Articles, int Deleted, long? Stories, int? GroupedStories, int? LargestStory, int Segments, long Bytes, double BytesPerArticle, long Terms, string? Source, string? BuiltAt, string? Schema);
