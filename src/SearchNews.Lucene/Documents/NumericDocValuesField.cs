namespace SearchNews.Lucene.Documents;

/// <summary>A 64-bit number by document, for sorting, filtering and scoring; at most one a document.</summary>
public sealed class NumericDocValuesField : Field
{
    /// <summary>Creates a value.</summary>
    public NumericDocValuesField(string name, long value)
        : base(name) => Value = value;

    /// <summary>The number.</summary>
    public long Value { get; }

    /// <summary>A floating-point number as its bits, as Lucene's DoubleDocValuesField keeps it.</summary>
    public static NumericDocValuesField OfDouble(string name, double value) => new(name, BitConverter.DoubleToInt64Bits(value));
}
