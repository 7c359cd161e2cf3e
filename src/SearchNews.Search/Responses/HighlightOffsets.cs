namespace SearchNews.Search.Responses;

/// <summary>Where the matched words are. In order; no two overlap or touch.</summary>
/// <param name="Title">In the hit's title.</param>
/// <param name="Excerpt">In the hit's excerpt, all of it.</param>
public sealed record HighlightOffsets(IReadOnlyList<HighlightSpan> Title, IReadOnlyList<HighlightSpan> Excerpt);
