using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index.Deleting;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>
/// Takes documents and deletes into memory, and writes segments from there. Thread-safe: documents are analyzed and buffered on the threads that add them, side by side; only for the moment in which
/// everything is written out, and while it is, nobody else may come in.
/// </summary>
internal sealed class DocumentsWriter
{
    private readonly IndexDirectory _directory;
    private readonly WriterSegments _segments;
    private readonly SegmentNames _names;
    private readonly WriterStatus _status;
    private readonly BufferedDeletes _deletes;
    private readonly DocumentBuffers _buffers;
    private readonly long _maxDeleteBytes;
    private readonly bool _useCompoundFile;
    private readonly IReadOnlyList<IndexSortField> _sort;

    private readonly ReaderWriterLockSlim _adding;

    /// <summary>Starts with nothing in memory.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="config">How the writer works.</param>
    /// <param name="segments">Given what is written.</param>
    /// <param name="names">New names.</param>
    /// <param name="numbers">The fields of the index.</param>
    /// <param name="deletes">Given the deletes.</param>
    /// <param name="status">Told of failures.</param>
    /// <param name="adding">Shared by adding and deleting; taken alone by whoever must have none under way.</param>
    public DocumentsWriter(
        IndexDirectory directory, IndexWriterConfig config, WriterSegments segments, SegmentNames names, FieldNumbers numbers, BufferedDeletes deletes, WriterStatus status, ReaderWriterLockSlim adding)
    {
        _adding = adding;
        _directory = directory;
        _segments = segments;
        _names = names;
        _deletes = deletes;
        _status = status;
        _useCompoundFile = config.UseCompoundFile;
        _sort = config.IndexSort;
        _maxDeleteBytes = config.RamBufferBytes / 2;
        _buffers = new DocumentBuffers(
            () =>
            {
                var buffer = new DocumentBuffer(new TrackingDirectory(directory), names.NextSegment(), numbers, config.AnalyzerOf, isSorted: config.IndexSort.Count > 0);
                deletes.Attach(buffer);
                return buffer;
            },
            config.RamBufferBytes);
    }

    /// <summary>Documents in memory.</summary>
    public int DocCount => _buffers.DocCount;

    /// <summary>Whether deletes take so much memory that they should be applied now.</summary>
    public bool HasManyDeletes => _deletes.RamBytes > _maxDeleteBytes;

    /// <summary>Adds a document, and deletes others with a term, if one is given, in the same step.</summary>
    /// <returns>True when a segment was written.</returns>
    public bool Add(Document document, Term? replaced)
    {
        _adding.EnterReadLock();
        try
        {
            _status.ThrowIfUnusable();
            if (_segments.MaxDoc + DocCount >= IndexLimits.MaxDocs)
                throw new InvalidOperationException($"The index holds {IndexLimits.MaxDocs} documents; no more can be numbered.");
            return Add(document, replaced, _buffers.Borrow());
        }
        finally
        {
            _adding.ExitReadLock();
        }
    }

    /// <summary>Deletes documents.</summary>
    public void Delete(ReadOnlySpan<Term> terms)
    {
        _adding.EnterReadLock();
        try
        {
            _status.ThrowIfUnusable();
            _deletes.Delete(terms);
        }
        finally
        {
            _adding.ExitReadLock();
        }
    }

    /// <summary>Writes all documents as segments.</summary>
    /// <param name="then">Called when that is done and nobody has added or deleted anything since.</param>
    public void FlushAll(Action then) => Alone(() =>
    {
        _status.ThrowIfUnusable();
        _status.Guard(() =>
        {
            foreach (DocumentBuffer buffer in _buffers.TakeAll()) Flush(buffer);
        });
        then();
    });

    /// <summary>Forgets all documents and deletes, and removes the files there are of them.</summary>
    /// <param name="then">Called when nobody is adding or deleting anything.</param>
    public void Drop(Action then) => Alone(() =>
    {
        foreach (DocumentBuffer buffer in _buffers.TakeAll())
        {
            buffer.Dispose();

            // After an error nothing is deleted: the next writer looks at what the disk really has.
            if (!_status.HasFailed) _segments.DeleteFiles(buffer.Directory);
        }

        _deletes.Clear();
        then();
    });

    private bool Add(Document document, Term? replaced, DocumentBuffer buffer)
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
            if (replaced is null) buffer.Publish();
            else _deletes.Update(replaced, buffer);
            if (!_buffers.ReturnOrFlush(buffer, bytesBefore)) return false;
            Flush(buffer);
            return true;
        }
        catch (Exception e)
        {
            _status.Fail(e);
            throw;
        }
    }

    private void Flush(DocumentBuffer buffer)
    {
        using (buffer)
        {
            if (buffer.DocCount == 0)
            {
                _deletes.Detach(buffer, static _ => { });
                return;
            }

            SegmentInfo segment = SegmentFlusher.Flush(buffer, _useCompoundFile, _sort, out int[]? arrivals);
            var added = new WriterSegment(new SegmentCommitInfo { Info = segment, Id = _names.NextId() }, segment.Files.Sum(_directory.FileLength));
            _deletes.Detach(buffer, lastDelete => _segments.Add(added with { OwnDeletes = buffer.Deletes, Arrivals = arrivals, LastDelete = lastDelete }));
        }
    }

    private void Alone(Action action)
    {
        _adding.EnterWriteLock();
        try
        {
            action();
        }
        finally
        {
            _adding.ExitWriteLock();
        }
    }
}
