namespace SearchNews.Search.Requests;

/// <summary>What stands for one hit.</summary>
public enum HitGrouping
{
    /// <summary>A story: its best-ranked article that matches stands for it.</summary>
    Story,

    /// <summary>Every article by itself.</summary>
    None,
}
