namespace SearchNews.Articles;

/// <summary>The publisher of an article. At least one of the two is given.</summary>
/// <param name="Name">Cleaned name as shown to people, such as `The Motley Fool`.</param>
/// <param name="Domain">Domain as written, such as `fool.com`.</param>
public sealed record ArticleProvider(string? Name, string? Domain);
