using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>
/// The postings of one field of a segment that is being built: every token in the order of arrival, inverted only when the segment is flushed. So a token
/// costs one look-up and one or two writes at the end of a log, and a document that fails half-way is cut off without a trace.
/// </summary>
/// <remarks>One thread. The log holds, per token: term number, then position or custom frequency, which fields without frequencies leave out.</remarks>
internal sealed class PostingsBuffer(IndexOptions options)
{
    private readonly BytesHash _terms = new();
    private readonly IntLog _tokens = new();
    private readonly List<(int Doc, int Tokens)> _docs = [];
    private long _committed;
    private int _pending;

    /// <summary>What the postings hold; decides what a token's value means.</summary>
    public IndexOptions Options => options;

    /// <summary>Bytes of memory held, without what inverting will take for a moment (about as much again).</summary>
    public long RamBytes => _terms.RamBytes + _tokens.RamBytes + (_docs.Capacity * 8L);

    /// <summary>The distinct terms, committed or not.</summary>
    public BytesHash Terms => _terms;

    /// <summary>The log of the committed tokens.</summary>
    public IntLog Tokens => _tokens;

    /// <summary>The committed documents that have tokens, ascending, with the number of their tokens.</summary>
    public IReadOnlyList<(int Doc, int Tokens)> Docs => _docs;

    /// <summary>Appends a token to the current document and returns the number of its term.</summary>
    /// <param name="term">The term, UTF-8.</param>
    /// <param name="value">Its position, or its frequency when the field has no positions.</param>
    public int Add(ReadOnlySpan<byte> term, int value)
    {
        int id = _terms.Add(term);
        Add(id, value);
        return id;
    }

    /// <summary>Appends a token whose term has come before.</summary>
    /// <param name="id">The term's number.</param>
    /// <param name="value">As for the other.</param>
    public void Add(int id, int value)
    {
        _tokens.Add(id);
        if (options != IndexOptions.Docs) _tokens.Add(value);
        _pending++;
    }

    /// <summary>Makes the tokens since the last commit those of a document, whose number is above all before.</summary>
    public void Commit(int doc)
    {
        if (_pending == 0) return;
        _docs.Add((doc, _pending));
        _committed = _tokens.Count;
        _pending = 0;
    }

    /// <summary>Forgets the tokens since the last commit; terms that only they had stay known but empty.</summary>
    public void Abort()
    {
        _tokens.Truncate(_committed);
        _pending = 0;
    }
}
