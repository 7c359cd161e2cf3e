namespace SearchNews.Search.Stories;

/// <summary>A story that articles may still join. One thread.</summary>
/// <param name="first">Its first article.</param>
/// <param name="vector">The words of that.</param>
internal sealed class OpenStory(StoryArticle first, StoryVector vector)
{
    /// <summary>The first article, which all others are compared with.</summary>
    public StoryArticle First { get; } = first;

    /// <summary>When that was published, which is asked of far more stories than anything else of it.</summary>
    public long PublishedAt { get; } = first.PublishedAt;

    /// <summary>The words of the first article.</summary>
    public StoryVector Vector { get; } = vector;

    /// <summary>Articles so far.</summary>
    public int Size { get; set; } = 1;

    /// <summary>For which article it was last looked at.</summary>
    public int Seen { get; set; } = -1;

    /// <summary>True when it takes no more.</summary>
    public bool IsFull => Size >= StoryRule.MaxSize;
}
