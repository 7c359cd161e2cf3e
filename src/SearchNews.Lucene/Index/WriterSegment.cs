namespace SearchNews.Lucene.Index;

/// <summary>A segment of an <see cref="IndexWriter"/>. Immutable, except for being replaced by a copy.</summary>
/// <param name="Commit">As it was committed, or would be but for deletes that are not on disk yet.</param>
/// <param name="Bytes">Length of its files.</param>
internal sealed record WriterSegment(SegmentCommitInfo Commit, long Bytes)
{
    /// <summary>No deletes.</summary>
    public static readonly IReadOnlyDictionary<Term, int> NoDeletes = new Dictionary<Term, int>();

    /// <summary>The segment in memory with its newest live documents, once it was needed; null before. Its own commit may be an earlier one.</summary>
    public SegmentReader? Reader { get; init; }

    /// <summary>Whether live documents must be written before the segment is committed.</summary>
    public bool HasUnwrittenDeletes { get; init; }

    /// <summary>The generation of live documents to be written next: above all of the segment that were ever seen on the disk.</summary>
    public long NextDeletesGen { get; init; } = 1;

    /// <summary>Deletes that came while the documents were in memory and are not applied yet: by term the number of documents there were.</summary>
    public IReadOnlyDictionary<Term, int> OwnDeletes { get; init; } = NoDeletes;

    /// <summary>What the counts of <see cref="OwnDeletes"/> refer to when the segment is sorted: by document how many came before it. Null when documents are in the order in which they came.</summary>
    public int[]? Arrivals { get; init; }

    /// <summary>The number of the last delete that came before the segment; later ones meet all its documents.</summary>
    public long LastDelete { get; init; }

    /// <summary>The segment's name.</summary>
    public string Name => Commit.Name;

    /// <summary>Number of documents that are not deleted.</summary>
    public int LiveCount => Reader?.NumDocs ?? Commit.LiveCount;

    /// <summary>Number of deleted documents.</summary>
    public int DeletedCount => Commit.Info.MaxDoc - LiveCount;

    /// <summary>What the live documents would take, roughly.</summary>
    public long LiveBytes => Commit.Info.MaxDoc == 0 ? Bytes : (long)((double)Bytes * LiveCount / Commit.Info.MaxDoc);
}
