namespace SearchNews.Lucene.Documents;

/// <summary>A byte string by document, to be read back by document number; at most one a document. Unlike <see cref="SortedDocValuesField"/> it is neither sorted nor shared.</summary>
public sealed class BinaryDocValuesField : Field
{
    /// <summary>Creates a value.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">At most <see cref="Index.IndexLimits.MaxTermLength"/> bytes; must not change afterwards.</param>
    public BinaryDocValuesField(string name, byte[] value)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Value { get; }
}
