using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Doc values: columns that give each document's values of a field.
/// <code>
/// .dvm  IndexHeader, (i32 fieldNumber, u8 type, body)*, i32 -1, Footer
/// .dvd  IndexHeader, data, Footer
///
/// NUMERIC        = docs, column
/// SORTED_NUMERIC = docs, column, i32 docsWithField, [addresses]       addresses when there are more values than documents
/// SORTED         = docs, ords, terms
/// SORTED_SET     = u8 0, SORTED                                       each document with values has exactly one
///                | u8 1, docs, u8 bits, i64 offset, i64 length, i32 docsWithField, addresses, terms
/// BINARY         = i64 offset, i64 length, docs, i32 docsWithField, i32 minLength, i32 maxLength, [addresses | blocks]
///
/// docs           see <see cref="DocsWithField"/>
/// column         = i64 values, i32 form, i64 table[form], u8 bits, i64 min, i64 gcd, i64 offset, i64 length, i64 jumps, see <see cref="NumericColumnReader"/>
/// ords           = i32 docsWithField, u8 bits, i64 offset, i64 length
/// addresses      = i64 offset, vInt 16, monotonic meta, i64 length    docsWithField + 1 starts, the last one is the end
/// blocks         = i64 offset, vInt blocks, vInt 5, vInt maxBlockLength, vInt 16, monotonic meta, i64 length
/// terms          see <see cref="TermsDictionary"/>
/// </code>
/// All offsets are from the start of .dvd. Versions: 0 is Lucene 8.0 to 8.4, whose BINARY is plain; 1 is 8.5 to 8.7, compressed; 2 is 8.8, where the field's
/// attribute decides. Version 1 is written. Source: Lucene 8 Lucene80DocValuesFormat.
/// </summary>
internal static class Lucene80DocValuesFormat
{
    public const string MetaExtension = "dvm";
    public const string DataExtension = "dvd";
    public const string MetaCodec = "Lucene80DocValuesMetadata";
    public const string DataCodec = "Lucene80DocValuesData";

    /// <summary>Every BINARY field is plain.</summary>
    public const int VersionStart = 0;

    /// <summary>Every BINARY field is compressed.</summary>
    public const int VersionBinaryCompressed = 1;

    /// <summary><see cref="ModeAttribute"/> tells of each BINARY field whether it is compressed.</summary>
    public const int VersionConfigurable = 2;

    public const string ModeAttribute = "Lucene80DocValuesFormat.mode";
    public const string BestSpeed = "BEST_SPEED";
    public const string BestCompression = "BEST_COMPRESSION";

    /// <summary>Stands where a field number would, behind the last field.</summary>
    public const int EndOfFields = -1;

    /// <summary>Monotonic arrays have blocks of 2^16 values.</summary>
    public const int MonotonicShift = 16;

    /// <summary>A field of more distinct values gets no table.</summary>
    public const int MaxTableSize = 256;

    /// <summary>A column in blocks has 2^14 values in each.</summary>
    public const int NumericBlockShift = 14;

    public const int NumericBlockSize = 1 << NumericBlockShift;

    /// <summary>The form of a column that has no table and no blocks.</summary>
    public const int PlainForm = -1;

    /// <summary>The form of a column in blocks.</summary>
    public const int BlocksForm = -2 - NumericBlockShift;

    /// <summary>The width given for a column in blocks, of which each has its own.</summary>
    public const byte WidthOfBlocks = 0xFF;

    /// <summary>A compressed BINARY block holds 2^5 values.</summary>
    public const int BinaryBlockShift = 5;

    public const int BinaryBlockSize = 1 << BinaryBlockShift;

    /// <summary>What a field is called in .dvm; the .fnm file has other numbers.</summary>
    public enum ColumnType
    {
        Numeric = 0,
        Binary = 1,
        Sorted = 2,
        SortedSet = 3,
        SortedNumeric = 4,
    }

    /// <summary>The type in .dvm of a field with those doc values.</summary>
    public static ColumnType ColumnTypeOf(DocValuesType type) => type switch
    {
        DocValuesType.Numeric => ColumnType.Numeric,
        DocValuesType.Binary => ColumnType.Binary,
        DocValuesType.Sorted => ColumnType.Sorted,
        DocValuesType.SortedSet => ColumnType.SortedSet,
        DocValuesType.SortedNumeric => ColumnType.SortedNumeric,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The field has no doc values."),
    };
}
