using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// A snapshot of a commit, or of what a writer has: every file is read and its checksum verified when it is opened, so that nothing that happens to the files later can be noticed. See
/// <see cref="IndexReader"/> about memory: there is nothing to dispose.
/// </summary>
public sealed class DirectoryReader : IndexReader
{
    private readonly Func<DirectoryReader, DirectoryReader?> _openIfChanged;
    private readonly SegmentReader[] _segments;
    private readonly LeafReaderContext[] _leaves;

    /// <summary>Takes segments that are open.</summary>
    /// <param name="commit">What they belong to.</param>
    /// <param name="segments">The segments of the commit, in order.</param>
    /// <param name="openIfChanged">Opens a later snapshot than the given one; null when there is none.</param>
    internal DirectoryReader(SegmentInfos commit, SegmentReader[] segments, Func<DirectoryReader, DirectoryReader?> openIfChanged)
    {
        _openIfChanged = openIfChanged;
        Commit = commit;
        _segments = segments;
        _leaves = Concatenate(segments);
        MaxDoc = segments.Sum(s => s.MaxDoc);
        NumDocs = segments.Sum(s => s.NumDocs);
    }

    /// <summary>The commit. For a snapshot of a writer the one that would come next; its generation is that of the last one, and deletions may not be counted yet.</summary>
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

    /// <summary>
    /// Everything that was added to a writer and deleted so far, committed or not. Documents in memory become a segment; nothing is fsynced, and merges and commits under way are not waited for.
    /// The writer keeps its segments in memory from then on, shared with the readers it gives.
    /// </summary>
    /// <exception cref="InvalidOperationException">The writer failed, now or before.</exception>
    /// <exception cref="IOException">The disk failed; so has the writer.</exception>
    public static DirectoryReader Open(IndexWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        return writer.OpenReader(previous: null)!;
    }

    /// <summary>The last commit, or what the writer has now if this is a writer's snapshot, sharing with this one the segments that both have; null when nothing changed.</summary>
    /// <inheritdoc cref="Open(IndexDirectory)" path="/exception"/>
    /// <exception cref="ObjectDisposedException">The writer whose snapshot this is was closed.</exception>
    public DirectoryReader? OpenIfChanged() => _openIfChanged(this);

    /// <summary>Whether this snapshot consists of exactly these segments with the same deletions.</summary>
    internal bool Has(SegmentReader[] segments) => _segments.AsSpan().SequenceEqual(segments);

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

        return new DirectoryReader(commit, segments, previous =>
        {
            if (CommitFinder.LatestGeneration(directory.ListAll()) == previous.Generation) return null;
            return CommitFinder.ReadLatest(directory, newest => Open(directory, newest, previous._segments));
        });
    }

    private static SegmentReader Open(IndexDirectory directory, SegmentCommitInfo segment, SegmentReader[] shared) =>
        Array.Find(shared, s => s.IsSegment(segment))?.Reopen(directory, segment) ?? SegmentReader.Open(directory, segment);
}
