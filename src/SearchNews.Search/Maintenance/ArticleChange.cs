namespace SearchNews.Search.Maintenance;

/// <summary>What became of an article that was put.</summary>
public enum ArticleChange
{
    /// <summary>There was no file of this id.</summary>
    Created,

    /// <summary>There was one, and it was replaced.</summary>
    Replaced,
}
