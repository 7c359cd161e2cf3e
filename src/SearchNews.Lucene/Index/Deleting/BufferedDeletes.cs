using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Index.Deleting;

/// <summary>
/// The deletes that are not applied yet. Each is numbered. For documents in segments it is enough to know the last delete of a term, and the last delete before the segment came; for
/// documents in memory, each buffer notes how many it had. Thread-safe; the lock is held for a few look-ups only, never while a document is analyzed or written.
/// </summary>
internal sealed class BufferedDeletes
{
    // About what a term, its bytes apart, and its entries in two or three tables take.
    private const int EntryBytes = 200;

    private readonly Lock _lock = new();
    private readonly HashSet<DocumentBuffer> _buffers = [];
    private Dictionary<Term, long> _terms = [];
    private long _sequence;
    private long _ramBytes;

    /// <summary>Bytes of memory held, roughly.</summary>
    public long RamBytes => Interlocked.Read(ref _ramBytes);

    /// <summary>A buffer whose documents deletes must reach from now on.</summary>
    public void Attach(DocumentBuffer buffer)
    {
        lock (_lock) _buffers.Add(buffer);
    }

    /// <summary>Deletes the documents with one of the terms that are there now.</summary>
    public void Delete(ReadOnlySpan<Term> terms)
    {
        lock (_lock)
        {
            foreach (Term term in terms) Add(term);
        }
    }

    /// <summary>Deletes the documents with the term that are there now, and publishes the buffer's last one in the same instant: no other update comes between.</summary>
    public void Update(Term term, DocumentBuffer buffer)
    {
        lock (_lock)
        {
            Add(term);
            buffer.Publish();
        }
    }

    /// <summary>A buffer has become a segment. Deletes are noted in the buffer until the moment in which the segment is registered, and reach the segment from then on.</summary>
    /// <param name="buffer">The buffer.</param>
    /// <param name="register">Adds the segment; given the number of the last delete.</param>
    public void Detach(DocumentBuffer buffer, Action<long> register)
    {
        lock (_lock)
        {
            _buffers.Remove(buffer);
            register(_sequence);
        }
    }

    /// <summary>Takes out the deletes, which the caller must apply to every segment there is.</summary>
    public FrozenDeletes Take()
    {
        lock (_lock)
        {
            Dictionary<Term, long> taken = _terms;
            if (taken.Count > 0) _terms = [];
            Interlocked.Exchange(ref _ramBytes, _buffers.Sum(b => b.Deletes.Keys.Sum(BytesOf)));
            return new FrozenDeletes(taken, _sequence);
        }
    }

    /// <summary>Forgets the deletes and the buffers.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _terms = [];
            _buffers.Clear();
            Interlocked.Exchange(ref _ramBytes, 0);
        }
    }

    private static long BytesOf(Term term) => EntryBytes + term.Bytes.Length;

    private void Add(Term term)
    {
        if (_terms.TryAdd(term, 0)) Interlocked.Add(ref _ramBytes, BytesOf(term));
        _terms[term] = ++_sequence;
        foreach (DocumentBuffer buffer in _buffers)
        {
            if (buffer.DocCount == 0) continue;
            if (buffer.Deletes.TryAdd(term, 0)) Interlocked.Add(ref _ramBytes, BytesOf(term));
            buffer.Deletes[term] = buffer.DocCount;
        }
    }
}
