namespace SearchNews.Articles;

/// <summary>An image of an article.</summary>
/// <param name="Url">Address; http or https.</param>
/// <param name="Width">Width in pixels, above 0; null when not given.</param>
/// <param name="Height">Height in pixels, above 0; null when not given.</param>
/// <param name="IsCached">Whether the publishing system holds a copy; null when not given.</param>
public sealed record ArticleImage(string Url, int? Width, int? Height, bool? IsCached);
