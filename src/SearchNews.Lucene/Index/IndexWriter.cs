using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index.Buffering;
using SearchNews.Lucene.Index.Deleting;
using SearchNews.Lucene.Index.Merging;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// Adds, updates and deletes documents of an index and commits the changes. Holds the directory's <c>write.lock</c> until disposed.
/// </summary>
/// <remarks>
/// <para>Thread-safe. Documents may be added by several threads at once; each thread fills a segment of its own. Documents added by one thread keep their order until segments are merged, which
/// may put later ones before earlier ones. Segments are flushed on the threads that add, and merged on a thread in the background, which nobody waits for; when a merge fails, the next call says so.</para>
/// <para>A delete meets the documents that were added before it, never a later one. An update deletes and adds in one step: of several documents that are updated by
/// the same term, however many threads do so, one is left, and no reader ever sees none or two.</para>
/// <para>Nothing is durable, or seen by a reader, before <see cref="Commit"/>. <see cref="Dispose"/> does not commit: it rolls back.</para>
/// <para>A document that breaks a rule is refused with <see cref="InvalidDocumentException"/> and leaves nothing but the kinds of its fields (whose
/// first use decides whether they are text, keywords or features). Any error of the disk, or a damaged segment met by a merge, is final:
/// the call throws it, every later call throws <see cref="InvalidOperationException"/>, and the index stays as of the last commit. There is no retry, as after a failed fsync
/// nobody knows what is on the disk. Dispose the writer and open another.</para>
/// </remarks>
public sealed class IndexWriter : IDisposable
{
    // Readers take up to Array.MaxLength; how long a merged file becomes is known only roughly.
    private const long MaxFileBytes = 2_000_000_000;

    private readonly IndexDirectory _directory;
    private readonly IndexLock _writeLock;
    private readonly WriterStatus _status = new();
    private readonly SegmentNames _names;
    private readonly WriterSegments _segments;
    private readonly BufferedDeletes _deletes = new();
    private readonly DeletesApplier _applier;
    private readonly WriterCommits _commits;
    private readonly DocumentsWriter _documents;
    private readonly SegmentMerges _merges;
    private readonly TieredMergePolicy _mergePolicy;
    private readonly MergeScheduler _scheduler;
    private readonly IndexWriterConfig _config;

    // Committing, merging, and changing segments that are there, each one at a time. Taken in this order.
    private readonly Lock _committing = new();
    private readonly Lock _merging = new();
    private readonly Lock _changing = new();

    // Adding and deleting documents shares it; whoever must have none under way takes it alone. Last in the order.
    private readonly ReaderWriterLockSlim _adding = new();

    /// <summary>Locks the directory and opens the index in it as the configuration says.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="config">How the writer works.</param>
    /// <param name="lender">A reader of the index: what it has in memory the writer need not read again. Null when there is none.</param>
    /// <exception cref="LockObtainFailedException">Another writer has it.</exception>
    /// <exception cref="IndexNotFoundException"><see cref="OpenMode.Append"/>, and there is no index.</exception>
    /// <exception cref="CorruptIndexException">The index to add to is damaged.</exception>
    /// <exception cref="NotSupportedException">It has term vectors, points or soft deletes, which merging would lose, or its documents are in another order than the configuration says.</exception>
    public IndexWriter(IndexDirectory directory, IndexWriterConfig config, DirectoryReader? lender = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        _directory = directory;
        _config = config;
        _mergePolicy = new TieredMergePolicy(config.SegmentsPerTier, config.MaxSegmentBytes);
        _scheduler = new MergeScheduler(MergeDue, _status.Fail);
        _writeLock = directory.ObtainLock(IndexLock.WriteLockName);
        FieldNumbers numbers;
        try
        {
            var start = new WriterStart(directory, config, new SegmentIds(config.IdSeed), lender);
            _segments = new WriterSegments(directory, start);
            _names = start.Names;
            numbers = start.Numbers;
            IReadOnlyDictionary<string, string> userData = start.IsAppending ? start.LastCommit!.UserData : new SortedDictionary<string, string>(StringComparer.Ordinal);
            _commits = new WriterCommits(directory, _segments, _names, _status, userData);
        }
        catch
        {
            _writeLock.Dispose();
            throw;
        }

        _applier = new DeletesApplier(directory, _segments, _names);
        _documents = new DocumentsWriter(directory, config, _segments, _names, numbers, _deletes, _status, _adding);
        _merges = new SegmentMerges(directory, config, _segments, _names, numbers, _deletes, _applier, _status, _changing);
    }

    /// <summary>What the next commit says to readers; at first that of the commit before. Setting it makes a commit worth while.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData
    {
        get => _commits.UserData;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_committing) _commits.UserData = value;
        }
    }

    /// <summary>Documents in the index and in memory, deleted ones included.</summary>
    public int MaxDoc => _segments.MaxDoc + _documents.DocCount;

    /// <summary>Adds a document.</summary>
    /// <exception cref="InvalidDocumentException">It breaks a rule, and was not added.</exception>
    /// <exception cref="InvalidOperationException">The index is full, or the writer failed before.</exception>
    /// <exception cref="IOException">The disk failed; so has the writer.</exception>
    public void AddDocument(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        DoWhatIsDue(_documents.Add(document, replaced: null));
    }

    /// <summary>Deletes all documents with a term and adds one, in one step that no reader and no other update sees half done.</summary>
    /// <inheritdoc cref="AddDocument" path="/exception"/>
    public void UpdateDocument(Term term, Document document)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(document);
        DoWhatIsDue(_documents.Add(document, term));
    }

    /// <summary>Deletes all documents that have one of the terms. Deletes are applied when a segment is written for a commit or a reader, or when they take too much memory.</summary>
    /// <exception cref="InvalidOperationException">The writer failed before.</exception>
    /// <exception cref="IOException">The disk failed; so has the writer.</exception>
    public void DeleteDocuments(params ReadOnlySpan<Term> terms)
    {
        foreach (Term term in terms) ArgumentNullException.ThrowIfNull(term, nameof(terms));
        _documents.Delete(terms);
        DoWhatIsDue(flushed: false);
    }

    /// <summary>Deletes every document. What kinds of fields there were is remembered.</summary>
    /// <exception cref="InvalidOperationException">The writer failed before.</exception>
    public void DeleteAll()
    {
        lock (_changing)
        {
            _status.ThrowIfUnusable();
            _documents.Drop(_segments.Clear);
        }
    }

    /// <summary>Writes the documents in memory as segments, without making them durable.</summary>
    public void Flush()
    {
        lock (_changing) Freeze();
        Wake();
    }

    /// <summary>Merges until at most <paramref name="maxSegments"/> remain, without deleted documents. Not durable before <see cref="Commit"/>. What is merged is read into memory again by the next reader only.</summary>
    /// <exception cref="InvalidOperationException">A file would become too long to be read; the merges before that are done. Or the writer failed before.</exception>
    public void ForceMerge(int maxSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        lock (_changing) Freeze();
        try
        {
            lock (_merging)
            {
                while (_merges.MergeNext(segments => ChooseForced(segments, maxSegments), opens: false, _scheduler.Stopping))
                {
                }
            }
        }
        catch (OperationCanceledException e)
        {
            throw new ObjectDisposedException("The writer was closed while it merged.", e);
        }
    }

    /// <summary>Waits for the merges in the background, the one under way and those due after it. A program that runs briefly waits and commits once more, or else its segments are never merged.</summary>
    /// <exception cref="InvalidOperationException">The writer failed.</exception>
    public void WaitForMerges()
    {
        _scheduler.Wait();
        _status.ThrowIfUnusable();
    }

    /// <summary>The first phase of a commit: makes everything done so far durable, but not yet visible. Ends with <see cref="Commit"/> or <see cref="Rollback"/>.</summary>
    /// <exception cref="InvalidOperationException">A commit is prepared already, or the writer failed before.</exception>
    public void PrepareCommit()
    {
        lock (_committing)
        {
            _status.ThrowIfUnusable();
            if (_commits.IsPrepared) throw new InvalidOperationException("A commit is prepared already; call Commit or Rollback.");
            _commits.Prepare(NextCommit());
        }
    }

    /// <summary>
    /// Makes everything done so far (or, when a commit was prepared, until then) durable and visible to readers that open from now on. Does nothing when nothing changed.
    /// </summary>
    /// <returns>The generation of the last commit.</returns>
    /// <exception cref="IOException">The disk failed; so has the writer, and the previous commit is the last.</exception>
    public long Commit()
    {
        lock (_committing)
        {
            _status.ThrowIfUnusable();
            if (!_commits.IsPrepared) _commits.Prepare(NextCommit());
            if (_commits.Finish()) Wake();
            return _segments.LastGeneration;
        }
    }

    /// <summary>Drops everything since the last commit and closes the writer.</summary>
    public void Rollback() => Close();

    /// <summary>Closes the writer and releases the lock. What was not committed is dropped.</summary>
    public void Dispose() => Close();

    /// <summary>What the writer has now, as a reader; null when it is what the previous one has.</summary>
    internal DirectoryReader? OpenReader(DirectoryReader? previous)
    {
        DirectoryReader? reader = null;
        lock (_changing)
        {
            WriterSegment[] segments = Freeze();
            SegmentReader[] readers = [];
            _status.Guard(() => readers = Array.ConvertAll(segments, _applier.Pooled));
            if (previous?.Has(readers) != true) reader = new DirectoryReader(_segments.Describe(segments, _names, _commits.UserData), readers, OpenReader);
        }

        Wake();
        return reader;
    }

    private void Wake()
    {
        if (_config.MergeAutomatically) _scheduler.Wake();
    }

    private void DoWhatIsDue(bool flushed)
    {
        if (_documents.HasManyDeletes)
        {
            lock (_changing) Freeze();
        }

        if (flushed) Wake();
    }

    /// <summary>The index as it is at one moment: documents in memory become segments, and all deletes are applied. The caller holds <see cref="_changing"/>.</summary>
    private WriterSegment[] Freeze()
    {
        FrozenDeletes? deletes = null;
        HashSet<string> names = [];
        _documents.FlushAll(() =>
        {
            deletes = _deletes.Take();
            names.UnionWith(_segments.Snapshot().Select(s => s.Name));
        });

        // Others may add from here on; what they add is not of this moment.
        _status.Guard(() => _applier.Apply(deletes!));
        return Array.FindAll(_segments.Snapshot(), s => names.Contains(s.Name));
    }

    private bool MergeDue(CancellationToken stopping)
    {
        lock (_merging) return _merges.MergeNext(segments => Array.ConvertAll(_mergePolicy.FindMerge(Array.ConvertAll(segments, MergeCandidate.Of)), i => segments[i]), opens: true, stopping);
    }

    private WriterSegment[] ChooseForced(WriterSegment[] segments, int maxSegments)
    {
        WriterSegment[] chosen = segments[TieredMergePolicy.FindForcedMerge(Array.ConvertAll(segments, MergeCandidate.Of), maxSegments)];
        if (chosen.Length == 0) return [.. segments.Where(s => s.DeletedCount > 0 || (segments.Length == 1 && _merges.ShouldUnpack(s))).Take(1)];
        if (SegmentMerges.LongestMergedFile(_directory, chosen) > MaxFileBytes)
            throw new InvalidOperationException($"Merging to {maxSegments} segments would make a file of more than {MaxFileBytes} bytes, too long to be read into memory; ask for more segments.");
        return chosen;
    }

    private SegmentInfos? NextCommit()
    {
        SegmentInfos? next = null;
        lock (_changing)
        {
            WriterSegment[] segments = Freeze();
            if (_commits.IsDue) _status.Guard(() => next = _segments.NextCommit(Array.ConvertAll(segments, _applier.Write), _names, _commits.UserData));
        }

        return next;
    }

    private void Close()
    {
        _scheduler.Dispose();
        lock (_committing)
        {
            lock (_merging)
            {
                lock (_changing)
                {
                    if (_status.IsClosed) return;
                    _status.Close();
                    DropUncommitted();
                }
            }
        }
    }

    private void DropUncommitted()
    {
        try
        {
            _documents.Drop(() =>
            {
                if (_status.HasFailed) return;
                _commits.Abort();
                _segments.Clear();
            });
        }
        finally
        {
            _writeLock.Dispose();
        }
    }
}
