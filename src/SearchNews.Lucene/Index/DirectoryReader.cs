using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// A snapshot of a commit: every file is read and its checksum verified when it is opened, so that nothing that happens to the files later can be noticed. See
/// <see cref="IndexReader"/> about memory: there is nothing to dispose.
/// </summary>
public sealed class DirectoryReader : IndexReader
{
    private readonly IndexDirectory _directory;
    private readonly SegmentReader[] _segments;
    private readonly LeafReaderContext[] _leaves;

    private DirectoryReader(IndexDirectory directory, SegmentInfos commit, SegmentReader[] segments)
    {
        _directory = directory;
        Commit = commit;
        _segments = segments;
        _leaves = Concatenate(segments);
        MaxDoc = segments.Sum(s => s.MaxDoc);
        NumDocs = segments.Sum(s => s.NumDocs);
    }

    /// <summary>The commit.</summary>
    public SegmentInfos Commit { get; }

    /// <summary>Grows whenever the content of the index changes.</summary>
    public long Version => Commit.Version;

    /// <summary>The N of the commit's <c>segments_N</c>.</summary>
    public long Generation => Commit.Generation;

    /// <summary>What the application had to say about the commit.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData => Commit.UserData;

    /// <inheritdoc/>
    public override IReadOnlyList<LeafReaderContext> Leaves => _leaves;

    /// <inheritdoc/>
    public override int MaxDoc { get; }

    /// <inheritdoc/>
    public override int NumDocs { get; }

    /// <summary>Opens the last commit; segments in parallel.</summary>
    /// <exception cref="IndexNotFoundException">There is none.</exception>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="IndexFormatTooOldException">Written in a format no longer known.</exception>
    /// <exception cref="IndexFormatTooNewException">Written in a format not known yet.</exception>
    public static DirectoryReader Open(IndexDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return CommitFinder.ReadLatest(directory, commit => Open(directory, commit, []));
    }

    /// <summary>The last commit, sharing with this snapshot the segments that both have; null when this is the last commit.</summary>
    /// <inheritdoc cref="Open(IndexDirectory)" path="/exception"/>
    public DirectoryReader? OpenIfChanged()
    {
        if (CommitFinder.LatestGeneration(_directory.ListAll()) == Generation) return null;
        return CommitFinder.ReadLatest(_directory, commit => Open(_directory, commit, _segments));
    }

    /// <summary>The reader of a commit's segment, whatever deletions it has; null when this snapshot does not have the segment.</summary>
    internal SegmentReader? FindSegment(SegmentCommitInfo segment) => Array.Find(_segments, s => s.IsSegment(segment));

    private static DirectoryReader Open(IndexDirectory directory, SegmentInfos commit, SegmentReader[] shared)
    {
        var segments = new SegmentReader[commit.Segments.Count];
        try
        {
            Parallel.For(0, segments.Length, i => segments[i] = Open(directory, commit.Segments[i], shared));
        }
        catch (AggregateException e)
        {
            // One typed error says enough, and callers wait for it.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return new DirectoryReader(directory, commit, segments);
    }

    private static SegmentReader Open(IndexDirectory directory, SegmentCommitInfo segment, SegmentReader[] shared) =>
        Array.Find(shared, s => s.IsSegment(segment))?.Reopen(directory, segment) ?? SegmentReader.Open(directory, segment);
}
