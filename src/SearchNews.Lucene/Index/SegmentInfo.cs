namespace SearchNews.Lucene.Index;

/// <summary>The core facts of one segment: the content of its .si file. Immutable, except for being replaced by a copy.</summary>
public sealed record SegmentInfo
{
    /// <summary>The segment's name: <c>_</c> and a base-36 number.</summary>
    public required string Name { get; init; }

    /// <summary>16 random bytes, the same in every file of the segment.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Number of documents, deleted ones included; they are numbered 0 to MaxDoc - 1.</summary>
    public required int MaxDoc { get; init; }

    /// <summary>The Lucene version that wrote the segment.</summary>
    public LuceneVersion Version { get; init; } = LuceneVersion.Written;

    /// <summary>The oldest version among the segments this one was merged from; null when the file gives none.</summary>
    public LuceneVersion? MinVersion { get; init; } = LuceneVersion.Written;

    /// <summary>True when the files are packed in one .cfs.</summary>
    public bool IsCompoundFile { get; init; }

    /// <summary>Free text about the origin, such as <c>source=flush</c>.</summary>
    public IReadOnlyDictionary<string, string> Diagnostics { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Codec attributes, such as the stored-fields mode.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Every file of the segment, its .si included, live docs and updates excluded.</summary>
    public IReadOnlyCollection<string> Files { get; init; } = [];

    /// <summary>The order in which the documents were sorted when the segment was written; empty for the order of arrival. Kept, not used.</summary>
    public IReadOnlyList<IndexSortField> IndexSort { get; init; } = [];
}
