namespace SearchNews.Search.Requests;

/// <summary>The order of stories.</summary>
public enum StorySort
{
    /// <summary>Most articles first, then the greatest coverage, then the latest article.</summary>
    Coverage,

    /// <summary>The latest article first.</summary>
    Newest,
}
