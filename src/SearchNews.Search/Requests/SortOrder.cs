namespace SearchNews.Search.Requests;

/// <summary>The order of hits. Articles without the value come last; ties go to the newer article, then by id.</summary>
public enum SortOrder
{
    /// <summary>By score, best first.</summary>
    Relevance,

    /// <summary>By publication, newest first.</summary>
    Newest,

    /// <summary>By publication, oldest first.</summary>
    Oldest,

    /// <summary>By quality, highest first.</summary>
    Quality,

    /// <summary>By coverage, highest first.</summary>
    Coverage,
}
