namespace SearchNews.Articles;

/// <summary>One item of an article's `related` list. Any part may be missing; the item counts all the same.</summary>
/// <param name="Title">Cleaned title.</param>
/// <param name="WebUrl">Address; http or https.</param>
/// <param name="PublishedAt">`publishedDateTime`, offset zero.</param>
public sealed record RelatedArticle(string? Title, string? WebUrl, DateTimeOffset? PublishedAt);
