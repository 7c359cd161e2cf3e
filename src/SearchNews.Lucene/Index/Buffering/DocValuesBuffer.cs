namespace SearchNews.Lucene.Index.Buffering;

/// <summary>The doc values of one field of a segment that is being built. One thread.</summary>
/// <param name="name">The field's name, for error messages.</param>
internal abstract class DocValuesBuffer(string name)
{
    /// <summary>The kind.</summary>
    public abstract DocValuesType Type { get; }

    /// <summary>Bytes of memory held.</summary>
    public abstract long RamBytes { get; }

    /// <summary>The documents that have a value, ascending.</summary>
    protected List<int> Docs { get; } = [];

    /// <summary>True when some committed document has a value.</summary>
    public bool HasValues => Docs.Count > 0;

    /// <summary>Makes what was given since the last commit the value of a document, whose number is above all before.</summary>
    public abstract void Commit(int doc);

    /// <summary>Forgets what was given since the last commit.</summary>
    public abstract void Abort();

    /// <summary>Refuses values that Lucene could not sort.</summary>
    protected void CheckLength(ReadOnlyMemory<byte> value)
    {
        if (value.Length > IndexLimits.MaxTermLength)
            throw new InvalidDocumentException(name, $"has a doc value of {value.Length} bytes; at most {IndexLimits.MaxTermLength} can be kept.");
    }

    /// <summary>Refuses a second value of a kind of which a document has one.</summary>
    protected void CheckSingle(bool isFirst)
    {
        if (!isFirst) throw new InvalidDocumentException(name, $"has more than one {Type} doc value in this document; only one is allowed.");
    }
}
