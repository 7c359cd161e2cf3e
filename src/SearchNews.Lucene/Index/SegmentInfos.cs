using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>A commit: the segments of an index at one moment, as a <c>segments_N</c> file lists them. Immutable.</summary>
public sealed record SegmentInfos
{
    /// <summary>The N of <c>segments_N</c>; it grows by one with every commit.</summary>
    public required long Generation { get; init; }

    /// <summary>16 random bytes that no other commit has, not even one of the same N in an index made anew; empty before the commit is written.</summary>
    public byte[] Id { get; init; } = [];

    /// <summary>The Lucene version that wrote the commit.</summary>
    public LuceneVersion LuceneVersion { get; init; } = LuceneVersion.Written;

    /// <summary>The major Lucene version that created the index.</summary>
    public int IndexCreatedVersionMajor { get; init; } = LuceneVersion.Written.Major;

    /// <summary>Grows whenever the content changes.</summary>
    public long Version { get; init; }

    /// <summary>The number of the next segment, above that of every segment ever named.</summary>
    public long Counter { get; init; }

    /// <summary>The segments, in the order in which their documents are numbered.</summary>
    public IReadOnlyList<SegmentCommitInfo> Segments { get; init; } = [];

    /// <summary>What the application had to say about the commit.</summary>
    public IReadOnlyDictionary<string, string> UserData { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The name of the commit's own file.</summary>
    public string FileName => IndexFileNames.SegmentsFileName(IndexFileNames.Segments, Generation);

    /// <summary>Number of documents, deleted ones included.</summary>
    public int MaxDoc => Segments.Sum(s => s.Info.MaxDoc);

    /// <summary>Every file of the segments; the commit's own is not among them.</summary>
    public IEnumerable<string> Files() => Segments.SelectMany(s => s.Files());

    /// <summary>Reads the last commit.</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    /// <exception cref="CorruptIndexException">The last commit or a segment's .si is damaged.</exception>
    public static SegmentInfos ReadLatest(IndexDirectory directory) => CommitFinder.ReadLatest(directory, infos => infos);
}
