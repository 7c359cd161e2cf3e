namespace SearchNews.Search.Indexing;

/// <summary>How far a build has come.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">Files done.</param>
/// <param name="Total">Files in all; 0 while scanning.</param>
public readonly record struct BuildProgress(BuildStage Stage, int Done, int Total);
