using SearchNews.Articles;

namespace SearchNews.Search.Indexing;

/// <summary>How a <see cref="FolderPass"/> looks at the folder.</summary>
internal sealed record FolderPassOptions
{
    /// <summary>Read every file, whatever size and time say.</summary>
    public bool FullHash { get; init; }

    /// <summary>Threads that read and parse, 1 to 64.</summary>
    public int Parallelism { get; init; } = ReadAhead.UsualThreads;

    /// <summary>What reads the articles.</summary>
    public ArticleReader Reader { get; init; } = new();

    /// <summary>
    /// An indexed article whose file became broken less than this ago stays for now, as its writer may not be done; zero drops it at once.
    /// </summary>
    public TimeSpan Patience { get; init; }
}
