using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index.Buffering;
using SearchNews.Lucene.Index.Merging;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// Adds documents to an index and commits them. Holds the directory's <c>write.lock</c> until disposed.
/// </summary>
/// <remarks>
/// <para>Thread-safe. Documents may be added by several threads at once; each thread fills a segment of its own. Documents added by one thread keep their order. Segments are flushed
/// and merged on the threads that add, as they become due.</para>
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
    private readonly WriterSegments _segments;
    private readonly DocumentBuffers _buffers;
    private readonly MergePolicy _mergePolicy;

    // Adding documents shares it; whoever must have no document under way takes it alone.
    private readonly ReaderWriterLockSlim _adding = new();

    // Committing and merging, each one at a time. Taken in this order, and before _adding.
    private readonly Lock _committing = new();
    private readonly Lock _merging = new();

    private volatile Exception? _failure;
    private IReadOnlyDictionary<string, string> _userData;
    private PendingCommit? _pending;
    private bool _userDataChanged;
    private volatile bool _disposed;

    /// <summary>Locks the directory and opens the index in it as the configuration says.</summary>
    /// <exception cref="LockObtainFailedException">Another writer has it.</exception>
    /// <exception cref="IndexNotFoundException"><see cref="OpenMode.Append"/>, and there is no index.</exception>
    /// <exception cref="CorruptIndexException">The index to add to is damaged.</exception>
    /// <exception cref="NotSupportedException">It has term vectors, points or soft deletes, which merging would lose.</exception>
    public IndexWriter(IndexDirectory directory, IndexWriterConfig config)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        _directory = directory;
        _mergePolicy = new MergePolicy(config.MergeFactor, config.MaxSegmentBytes);
        _writeLock = directory.ObtainLock(IndexLock.WriteLockName);
        try
        {
            _segments = new WriterSegments(directory, config.OpenMode, new SegmentIds(config.IdSeed));
            _userData = _segments.LastUserData;
        }
        catch
        {
            _writeLock.Dispose();
            throw;
        }

        _buffers = new DocumentBuffers(
            () => new DocumentBuffer(new TrackingDirectory(directory), _segments.NewSegment(), _segments.Numbers, config.AnalyzerOf),
            config.RamBufferBytes);
    }

    /// <summary>What the next commit says to readers; at first that of the commit before. Setting it makes a commit worth while.</summary>
    public IReadOnlyDictionary<string, string> CommitUserData
    {
        get => _userData;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_committing)
            {
                _userData = new SortedDictionary<string, string>(value.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
                _userDataChanged = true;
            }
        }
    }

    /// <summary>Documents in the index and in memory, deleted ones included.</summary>
    public int MaxDoc => _segments.MaxDoc + _buffers.DocCount;

    /// <summary>Adds a document.</summary>
    /// <exception cref="InvalidDocumentException">It breaks a rule, and was not added.</exception>
    /// <exception cref="InvalidOperationException">The index is full, or the writer failed before.</exception>
    /// <exception cref="IOException">The disk failed; so has the writer.</exception>
    public void AddDocument(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        bool flushed;
        _adding.EnterReadLock();
        try
        {
            ThrowIfUnusable();
            if (MaxDoc >= IndexLimits.MaxDocs) throw new InvalidOperationException($"The index holds {IndexLimits.MaxDocs} documents; no more can be numbered.");
            flushed = Add(document, _buffers.Borrow());
        }
        finally
        {
            _adding.ExitReadLock();
        }

        if (flushed) MergeDue();
    }

    /// <summary>Writes the documents in memory as segments, without making them durable.</summary>
    public void Flush()
    {
        FlushBuffers();
        MergeDue();
    }

    /// <summary>Merges until at most <paramref name="maxSegments"/> remain, without deleted documents. Not durable before <see cref="Commit"/>.</summary>
    /// <exception cref="InvalidOperationException">A file would become too long to be read; the merges before that are done. Or the writer failed before.</exception>
    public void ForceMerge(int maxSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSegments, 1);
        FlushBuffers();
        lock (_merging)
        {
            ThrowIfUnusable();
            WriterSegment[] segments = _segments.Snapshot();
            for (Range due = MergePolicy.FindForcedMerge(Sizes(segments), maxSegments); !due.Equals(default); due = MergePolicy.FindForcedMerge(Sizes(segments), maxSegments))
            {
                if (_segments.LongestMergedFile(segments[due]) > MaxFileBytes)
                    throw new InvalidOperationException($"Merging to {maxSegments} segments would make a file of more than {MaxFileBytes} bytes, too long to be read into memory; ask for more segments.");
                Merge(segments[due]);
                segments = _segments.Snapshot();
            }

            foreach (WriterSegment segment in segments.Where(s => s.Commit.HasDeletions)) Merge([segment]);
        }
    }

    /// <summary>The first phase of a commit: makes everything added so far durable, but not yet visible. Ends with <see cref="Commit"/> or <see cref="Rollback"/>.</summary>
    /// <exception cref="InvalidOperationException">A commit is prepared already, or the writer failed before.</exception>
    public void PrepareCommit()
    {
        lock (_committing)
        {
            ThrowIfUnusable();
            if (_pending is not null) throw new InvalidOperationException("A commit is prepared already; call Commit or Rollback.");
            Prepare();
        }
    }

    /// <summary>
    /// Makes everything added so far (or, when a commit was prepared, until then) durable and visible to readers that open from now on. Does nothing when nothing changed.
    /// </summary>
    /// <returns>The generation of the last commit.</returns>
    /// <exception cref="IOException">The disk failed; so has the writer, and the previous commit is the last.</exception>
    public long Commit()
    {
        lock (_committing)
        {
            ThrowIfUnusable();
            if (_pending is null) Prepare();
            if (_pending is null) return _segments.LastGeneration;
            PendingCommit pending = _pending;
            _pending = null;
            Guard(pending.Finish);
            _segments.Committed(pending.Infos);
            return pending.Infos.Generation;
        }
    }

    /// <summary>Drops everything since the last commit and closes the writer.</summary>
    public void Rollback() => Close();

    /// <summary>Closes the writer and releases the lock. What was not committed is dropped.</summary>
    public void Dispose() => Close();

    private static long[] Sizes(WriterSegment[] segments) => Array.ConvertAll(segments, s => s.LiveBytes);

    private bool Add(Document document, DocumentBuffer buffer)
    {
        long bytesBefore = buffer.RamBytes;
        try
        {
            buffer.Take(document);
        }
        catch
        {
            _buffers.Return(buffer);
            throw;
        }

        try
        {
            buffer.Commit(document);
            if (!_buffers.ReturnOrFlush(buffer, bytesBefore)) return false;
            Flush(buffer);
            return true;
        }
        catch (Exception e)
        {
            _failure ??= e;
            throw;
        }
    }

    private void FlushBuffers()
    {
        _adding.EnterWriteLock();
        try
        {
            ThrowIfUnusable();
            Guard(() =>
            {
                foreach (DocumentBuffer buffer in _buffers.TakeAll()) Flush(buffer);
            });
        }
        finally
        {
            _adding.ExitWriteLock();
        }
    }

    private void Flush(DocumentBuffer buffer)
    {
        using (buffer)
        {
            if (buffer.DocCount > 0) _segments.Add(SegmentFlusher.Flush(buffer));
        }
    }

    private void MergeDue()
    {
        lock (_merging)
        {
            while (true)
            {
                ThrowIfUnusable();
                WriterSegment[] segments = _segments.Snapshot();
                WriterSegment[] dead = Array.FindAll(segments, s => s.Commit.LiveCount == 0);
                Range due = dead.Length > 0 ? default : _mergePolicy.FindMerge(Sizes(segments));
                if (dead.Length > 0) Guard(() => _segments.Replace(dead, merged: null));
                else if (!due.Equals(default)) Merge(segments[due]);
                else return;
            }
        }
    }

    private void Merge(WriterSegment[] sources) => Guard(() =>
    {
        if (sources.All(s => s.Commit.LiveCount == 0))
        {
            _segments.Replace(sources, merged: null);
            return;
        }

        var target = new TrackingDirectory(_directory);
        SegmentInfo merged = SegmentMerger.Merge(_directory, Array.ConvertAll(sources, s => s.Commit), target, _segments.NewSegment(), _segments.Numbers);
        _segments.Replace(sources, merged);
    });

    private void Prepare()
    {
        FlushBuffers();
        MergeDue();
        if (!_segments.IsChanged && !_userDataChanged) return;
        Guard(() =>
        {
            SegmentInfos infos = _segments.NextCommit(_userData);
            _pending = PendingCommit.Prepare(_directory, infos, _segments.NewId());
            _userDataChanged = false;
        });
    }

    private void Close()
    {
        lock (_committing)
        {
            lock (_merging)
            {
                _adding.EnterWriteLock();
                try
                {
                    if (_disposed) return;
                    _disposed = true;
                    DropUncommitted();
                }
                finally
                {
                    _adding.ExitWriteLock();
                }
            }
        }
    }

    private void DropUncommitted()
    {
        try
        {
            DocumentBuffer[] buffers = _buffers.TakeAll();
            foreach (DocumentBuffer buffer in buffers) buffer.Dispose();

            // After an error nothing is deleted: the next writer looks at what the disk really has.
            if (_failure is not null) return;
            _pending?.Abort();
            if (_pending is not null) _segments.GiveUp(_pending.Infos);
            foreach (DocumentBuffer buffer in buffers) _segments.DeleteFiles(buffer.Directory);
            _segments.Rollback();
        }
        finally
        {
            _writeLock.Dispose();
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            _failure ??= e;
            throw;
        }
    }

    private void ThrowIfUnusable()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_failure is { } failure) throw new InvalidOperationException($"The writer failed before and takes no more calls: {failure.Message} Dispose it and open another; the index is as of the last commit.", failure);
    }
}
