namespace SearchNews.Search.Requests;

/// <summary>How many of the query's words an article must have.</summary>
public enum MatchPolicy
{
    /// <summary>All words; below ten articles relaxed to any word, and said so.</summary>
    All,

    /// <summary>Half of the words, rounded up.</summary>
    Most,

    /// <summary>Any word.</summary>
    Any,
}
