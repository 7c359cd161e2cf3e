namespace SearchNews.Search.Responses;

/// <summary>Passages with the matched words in <c>&lt;mark&gt;</c>, all else HTML-escaped.</summary>
/// <param name="Title">Passages of the title.</param>
/// <param name="Excerpt">Passages of the excerpt.</param>
public sealed record Highlights(IReadOnlyList<string> Title, IReadOnlyList<string> Excerpt);
