using System.Text;

namespace SearchNews.Lucene.Documents;

/// <summary>One of the byte strings of a document, kept once for all documents that share it, for sorting and counting.</summary>
public sealed class SortedSetDocValuesField : Field
{
    /// <summary>Creates a value.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">At most <see cref="Index.IndexLimits.MaxTermLength"/> bytes; must not change afterwards.</param>
    public SortedSetDocValuesField(string name, byte[] value)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(value);
        Value = value;
    }

    /// <summary>Creates a value from the UTF-8 of a text.</summary>
    public SortedSetDocValuesField(string name, string value)
        : this(name, Encoding.UTF8.GetBytes(value))
    {
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Value { get; }
}
