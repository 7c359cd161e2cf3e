namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>
/// Names and numbers of the block tree term dictionary, version 6 (Lucene 8.6 to 8.11). Integers as in <see cref="Store.DataOutput"/>.
/// <code>
/// .tmd  IndexHeader, IndexHeader of the postings, vInt 128, vInt fields, then per field with terms, names ascending in UTF-16:
///         vInt field number, vLong terms, vInt length, root code, [vLong sumTotalTermFreq unless DOCS], vLong sumDocFreq,
///         vInt docCount, vInt length, min term, vInt length, max term, vLong start of the FST in .tip, FST metadata
///       i64 length of .tip, i64 length of .tim, Footer
/// .tip  IndexHeader, body of each field's FST, Footer
/// .tim  IndexHeader, blocks of each field, Footer
/// block vInt (entries &lt;&lt; 1) | last, vLong (suffixBytes &lt;&lt; 3) | leaf (4) | compression, suffix bytes,
///       vInt (L &lt;&lt; 1) | allEqual, L bytes (1 when all are equal): per entry vInt length in a leaf,
///         else vInt (length &lt;&lt; 1) | isBlock and for blocks vLong (fp of this block - fp of that block)
///       vInt length, statistics of the terms; vInt length, metadata of the terms
/// code  vLong (fp &lt;&lt; 2) | hasTerms (2) | isFloor (1), [vInt n, n times: u8 lead byte, vLong ((fp_i - fp) &lt;&lt; 1) | hasTerms_i]
/// </code>
/// A block holds the terms and sub-blocks that share a prefix, sorted as unsigned bytes. A prefix with too many entries gets several
/// blocks, side by side, cut where the byte behind the prefix changes: floor blocks. <c>last</c> is set on the last of them, and on a block that
/// stands alone. The FST maps the prefix of every block (of the first floor block, where there are several) to its code.
/// </summary>
internal static class BlockTreeFormat
{
    public const string TermsExtension = "tim";
    public const string TermsCodec = "BlockTreeTermsDict";
    public const string IndexExtension = "tip";
    public const string IndexCodec = "BlockTreeTermsIndex";
    public const string MetaExtension = "tmd";
    public const string MetaCodec = "BlockTreeTermsMeta";
    public const int Version = 6;

    /// <summary>Fewest entries worth a block of their own. Lucene's default.</summary>
    public const int MinItemsInBlock = 25;

    /// <summary>Most entries of a block that can be cut. Lucene's default: 2 * (<see cref="MinItemsInBlock"/> - 1).</summary>
    public const int MaxItemsInBlock = 48;


    /// <summary>Most uncompressed suffix bytes of one block: far more than full blocks of the longest terms, and little enough to allocate on the word of a damaged file.</summary>
    public const int MaxSuffixBytes = 1 << 24;
}
