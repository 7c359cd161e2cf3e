namespace SearchNews.Api.Jobs;

/// <summary>How far a job has come.</summary>
/// <param name="Stage">What it is doing: <c>scanning</c>, <c>indexing</c>, <c>committing</c> or <c>verifying</c>.</param>
/// <param name="Done">Files done in this stage.</param>
/// <param name="Total">Files in all; 0 while scanning.</param>
public sealed record JobProgress(string Stage, int Done, int Total);
