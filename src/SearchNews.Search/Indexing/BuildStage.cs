namespace SearchNews.Search.Indexing;

/// <summary>What a build is doing.</summary>
public enum BuildStage
{
    /// <summary>Listing the folder.</summary>
    Scanning,

    /// <summary>Reading and indexing articles.</summary>
    Indexing,

    /// <summary>Merging segments and making them durable.</summary>
    Committing,

    /// <summary>Reading back every byte.</summary>
    Verifying,
}
