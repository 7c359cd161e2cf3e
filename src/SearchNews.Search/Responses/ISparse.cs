namespace SearchNews.Search.Responses;

/// <summary>What can be written with some of its members only.</summary>
public interface ISparse
{
    /// <summary>The members that are written; null for all.</summary>
    FieldSelection? Selection { get; }
}
