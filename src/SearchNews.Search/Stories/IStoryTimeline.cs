namespace SearchNews.Search.Stories;

/// <summary>The articles of an index that have a date, in order of time. One thread.</summary>
internal interface IStoryTimeline
{
    /// <summary>The articles published at an instant or later, by date, then by id in ordinal order; read as they are taken.</summary>
    /// <param name="publishedAt">Milliseconds since 1970.</param>
    IEnumerable<StoryArticle> From(long publishedAt);

    /// <summary>Makes a vector the words of one of them.</summary>
    void Weigh(StoryArticle article, StoryVector vector);
}
