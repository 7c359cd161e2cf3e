namespace SearchNews.Search.Requests;

/// <summary>Which articles are searched.</summary>
public enum Visibility
{
    /// <summary>All.</summary>
    All,

    /// <summary>Only those whose front matter says <c>published: true</c>.</summary>
    Published,
}
