using SearchNews.Articles;

namespace SearchNews.Search.Indexing;

/// <summary>How to build a generation.</summary>
public sealed record BuildOptions
{
    /// <summary>Generations that stay after the switch, the new one counted; 1 or more.</summary>
    public int Keep { get; init; } = 2;

    /// <summary>Switch even when the new generation has fewer than 90% of the live one's articles.</summary>
    public bool AllowShrink { get; init; }

    /// <summary>Switch even when more than 20 files and over 5% were skipped and a live generation exists.</summary>
    public bool AllowSkips { get; init; }

    /// <summary>Threads that read and parse articles; by default two a core, as they wait for the disk.</summary>
    public int Parallelism { get; init; } = ReadAhead.UsualThreads;

    /// <summary>Memory for postings before a segment is flushed, in bytes.</summary>
    public long RamBufferBytes { get; init; } = 64L << 20;

    /// <summary>What reads the articles; another than the usual one is for benchmarks that compare.</summary>
    internal ArticleReader Reader { get; init; } = new();
}
