namespace SearchNews.Lucene.Index.Buffering;

/// <summary>The terms of one field of a segment that is being built. The current document's are given first, then committed or aborted as a whole. One thread.</summary>
internal abstract class IndexedFieldBuffer(string name, IndexOptions options, TermEncoder encoder)
{
    /// <summary>The postings.</summary>
    public PostingsBuffer Postings { get; } = new(options);

    /// <summary>The norms; null when the field has none.</summary>
    public virtual NormsBuffer? Norms => null;

    /// <summary>True when some committed document has the field, with terms or without.</summary>
    public bool HasDocuments { get; private set; }

    /// <summary>Bytes of memory held.</summary>
    public virtual long RamBytes => Postings.RamBytes + (Norms?.RamBytes ?? 0);

    /// <summary>The field's name.</summary>
    protected string Name => name;

    /// <summary>True when the current document has the field, with terms or without; the subclass's Add sets it.</summary>
    protected bool IsInDocument { get; set; }

    /// <summary>Makes what was given since the last commit the content of a document, whose number is above all before.</summary>
    public void Commit(int doc)
    {
        if (!IsInDocument) return;
        Postings.Commit(doc);
        OnCommit(doc);
        HasDocuments = true;
        Restart();
        IsInDocument = false;
    }

    /// <summary>Forgets what was given since the last commit.</summary>
    public void Abort()
    {
        Postings.Abort();
        Restart();
        IsInDocument = false;
    }

    /// <summary>What the subclass has to keep of the current document.</summary>
    protected virtual void OnCommit(int doc)
    {
    }

    /// <summary>Prepares the subclass for the next document.</summary>
    protected virtual void Restart()
    {
    }

    /// <summary>The UTF-8 of a term; valid until the next call.</summary>
    protected ReadOnlySpan<byte> Encode(ReadOnlySpan<char> term) => encoder.Encode(term, name);
}
