namespace SearchNews.Lucene.Index;

/// <summary>
/// One key of the order in which the documents of every segment are sorted (an entry of the .si file). A writer sorts by NUMERIC and SORTED doc values: <see cref="Long"/>, <see cref="Int"/>,
/// <see cref="Double"/>, <see cref="Float"/>, <see cref="String"/>; the other kinds are only read.
/// </summary>
/// <param name="Provider">Which kind of entry it is: <c>SortField</c>, <c>SortedNumericSortField</c> or <c>SortedSetSortField</c>.</param>
/// <param name="Field">The field.</param>
/// <param name="Type">STRING, INT, LONG, FLOAT or DOUBLE.</param>
/// <param name="Reverse">True for descending, documents without a value included.</param>
/// <param name="Selector">Which of several values counts: 0 least, 1 greatest, 2 and 3 the lower and upper median; 0 for single values.</param>
/// <param name="MissingValue">What stands for a missing value, as the file has it (sortable bits, or 1 first and 2 last for sets, 1 first and 0 last for STRING); null when none was set.</param>
public sealed record IndexSortField(string Provider, string Field, string Type, bool Reverse, int Selector, long? MissingValue)
{
    internal const string SingleProvider = "SortField";
    internal const string StringType = "STRING";
    internal const string IntType = "INT";
    internal const string LongType = "LONG";
    internal const string FloatType = "FLOAT";
    internal const string DoubleType = "DOUBLE";

    /// <summary>Whether the values are strings.</summary>
    internal bool IsString => Type == StringType;

    /// <summary>By 64-bit numbers in NUMERIC doc values; documents without one count as <paramref name="missing"/>, or 0.</summary>
    public static IndexSortField Long(string field, bool reverse = false, long? missing = null) => new(SingleProvider, field, LongType, reverse, 0, missing);

    /// <summary>The same for 32-bit numbers.</summary>
    public static IndexSortField Int(string field, bool reverse = false, int? missing = null) => new(SingleProvider, field, IntType, reverse, 0, missing);

    /// <summary>The same for numbers kept as the bits of a double, as <see cref="Documents.NumericDocValuesField.OfDouble"/> does.</summary>
    public static IndexSortField Double(string field, bool reverse = false, double? missing = null) => new(SingleProvider, field, DoubleType, reverse, 0, missing is { } value ? SortableBits(value) : null);

    /// <summary>The same for numbers kept as the bits of a float.</summary>
    public static IndexSortField Float(string field, bool reverse = false, float? missing = null) => new(SingleProvider, field, FloatType, reverse, 0, missing is { } value ? SortableBits(value) : null);

    /// <summary>By SORTED doc values, bytes compared unsigned; documents without one come before all others, or after them; when reversed the other way round.</summary>
    public static IndexSortField String(string field, bool reverse = false, bool missingLast = false) => new(SingleProvider, field, StringType, reverse, 0, missingLast ? 0 : null);

    /// <summary>Bits that compare like the numbers.</summary>
    internal static long SortableBits(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? BitConverter.Int64BitsToDouble(0x7FF8L << 48) : value);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    /// <inheritdoc cref="SortableBits(double)"/>
    internal static int SortableBits(float value)
    {
        int bits = BitConverter.SingleToInt32Bits(float.IsNaN(value) ? BitConverter.Int32BitsToSingle(0x7FC0 << 16) : value);
        return bits ^ ((bits >> 31) & int.MaxValue);
    }
}
