namespace SearchNews.Lucene.Index.Buffering;

/// <summary>
/// The buffers of the threads that add documents: each borrows one for each document, so there are as many as threads that ever added at once. Thread-safe.
/// </summary>
/// <param name="create">Makes a buffer.</param>
/// <param name="maxBytes">What all buffers together may hold.</param>
internal sealed class DocumentBuffers(Func<DocumentBuffer> create, long maxBytes)
{
    private readonly Lock _lock = new();
    private readonly Stack<DocumentBuffer> _idle = new();
    private int _count;
    private long _bytes;
    private int _docs;

    /// <summary>Documents in all buffers.</summary>
    public int DocCount
    {
        get
        {
            lock (_lock) return _docs;
        }
    }

    /// <summary>A buffer for one document.</summary>
    public DocumentBuffer Borrow()
    {
        lock (_lock)
        {
            if (_idle.TryPop(out DocumentBuffer? buffer)) return buffer;
            _count++;
        }

        return create();
    }

    /// <summary>Gives a buffer back to which no document was added.</summary>
    public void Return(DocumentBuffer buffer)
    {
        lock (_lock) _idle.Push(buffer);
    }

    /// <summary>
    /// Gives a buffer back to which a document was added, or keeps it with the borrower to be flushed: true when it is full, or all together hold too much
    /// and this one at least its share, which is so for one of them at any time.
    /// </summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="bytesBefore">What it held before.</param>
    public bool ReturnOrFlush(DocumentBuffer buffer, long bytesBefore)
    {
        lock (_lock)
        {
            _bytes += buffer.RamBytes - bytesBefore;
            _docs++;
            if (buffer.IsFull || (_bytes > maxBytes && buffer.RamBytes >= _bytes / _count))
            {
                Leave(buffer);
                return true;
            }

            _idle.Push(buffer);
            return false;
        }
    }

    /// <summary>Takes out all buffers, none of which may be borrowed now.</summary>
    public DocumentBuffer[] TakeAll()
    {
        lock (_lock)
        {
            // The one that was used first is at the bottom.
            DocumentBuffer[] buffers = [.. _idle.Reverse()];
            _idle.Clear();
            foreach (DocumentBuffer buffer in buffers) Leave(buffer);
            return buffers;
        }
    }

    private void Leave(DocumentBuffer buffer)
    {
        _count--;
        _bytes -= buffer.RamBytes;
        _docs -= buffer.DocCount;
    }
}
