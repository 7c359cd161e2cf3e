using System.Diagnostics.CodeAnalysis;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// The sorted distinct values of a SORTED or SORTED_SET field, numbered by their ordinals. Immutable, thread-safe; <see cref="TermsDictionaryCursor"/> reads terms.
/// <code>
/// meta  = vLong size, i32 4, i32 16, monotonic meta of block offsets, i32 maxLength, i64 terms, i64 length, i64 addresses, i64 length,
///         i32 10, monotonic meta of prefix offsets, i64 prefixes, i64 length, i64 addresses, i64 length
/// block = vInt length, bytes (the first term), then up to 15 x
///         u8 min(prefix, 15) | min(suffix - 1, 15) &lt;&lt; 4, [vInt prefix - 15], [vInt suffix - 16], suffix bytes
/// </code>
/// A block holds 16 terms; prefix is how many bytes a term shares with the one before. The reverse index has, for each 1024th term but the first, its
/// shortest prefix that is above the term before; the one of the first is empty.
/// </summary>
internal sealed class TermsDictionary
{
    private readonly DirectMonotonicReader _blocks;
    private readonly DirectMonotonicReader _prefixOffsets;
    private readonly IndexInput _prefixes;

    private TermsDictionary(long size, int maxLength, DirectMonotonicReader blocks, IndexInput terms, DirectMonotonicReader prefixOffsets, IndexInput prefixes)
    {
        Size = size;
        MaxLength = maxLength;
        _blocks = blocks;
        Terms = terms;
        _prefixOffsets = prefixOffsets;
        _prefixes = prefixes;
    }

    /// <summary>Number of terms, at most 2^31 - 1.</summary>
    public long Size { get; }

    /// <summary>Length in bytes of the longest term.</summary>
    public int MaxLength { get; }

    /// <summary>All blocks.</summary>
    public IndexInput Terms { get; }

    /// <summary>Reads the metadata and opens the dictionary.</summary>
    /// <exception cref="CorruptIndexException">Something about it is impossible.</exception>
    public static TermsDictionary Read(IndexInput meta, IndexInput data)
    {
        long at = meta.Position;
        long size = meta.ReadVLong();
        int blockShift = meta.ReadInt32();
        int monotonicShift = meta.ReadInt32();
        if (blockShift != TermsDictionaryFormat.BlockShift)
            throw new CorruptIndexException($"terms dictionary with block code {blockShift}, expected {TermsDictionaryFormat.BlockShift}", meta.Name, at);
        var blocks = DirectMonotonicReader.ReadMeta(meta, size == 0 ? 0 : ((size - 1) >> blockShift) + 1, monotonicShift);
        int maxLength = meta.ReadInt32();
        (IndexInput terms, IndexInput blockAddresses) = ReadPlaces(meta, data, "terms");

        // Every term but one takes a byte at least, and no term can be longer than all bytes.
        if (size > int.MaxValue || size > terms.Length + 1 || maxLength < 0 || maxLength > terms.Length)
            throw new CorruptIndexException($"{size} terms of up to {maxLength} bytes in {terms.Length} bytes", meta.Name, at);
        int indexShift = meta.ReadInt32();
        if (indexShift != TermsDictionaryFormat.IndexShift)
            throw new CorruptIndexException($"reverse index every 2^{indexShift} terms, expected 2^{TermsDictionaryFormat.IndexShift}", meta.Name, meta.Position - 4);
        long entries = (size + TermsDictionaryFormat.IndexMask) >> TermsDictionaryFormat.IndexShift;
        var prefixOffsets = DirectMonotonicReader.ReadMeta(meta, entries + 1, monotonicShift);
        (IndexInput prefixes, IndexInput prefixAddresses) = ReadPlaces(meta, data, "reverse index");
        return new TermsDictionary(size, maxLength, blocks.Attach(blockAddresses), terms, prefixOffsets.Attach(prefixAddresses), prefixes);
    }

    /// <summary>Returns an ordinal that was read from the file.</summary>
    /// <exception cref="CorruptIndexException">No such term.</exception>
    public long CheckOrd(long ord)
    {
        if ((ulong)ord >= (ulong)Size) ThrowOrd(ord);
        return ord;
    }

    /// <summary>Offset in <see cref="Terms"/> of a block of 16 terms.</summary>
    public long BlockOffset(long block) => _blocks[block];

    /// <summary>The blocks that <paramref name="term"/> must be in if it is there at all: the first and the one behind the last. The dictionary must not be empty.</summary>
    public (long First, long End) BlocksAround(ReadOnlySpan<byte> term)
    {
        const int BlocksPerEntryShift = TermsDictionaryFormat.IndexShift - TermsDictionaryFormat.BlockShift;
        long low = 0;
        long high = _prefixOffsets.Count - 1;
        while (high - low > 1)
        {
            long middle = (low + high) >>> 1;
            if (Prefix(middle).SequenceCompareTo(term) <= 0) low = middle;
            else high = middle;
        }

        return (low << BlocksPerEntryShift, Math.Min((low + 1) << BlocksPerEntryShift, _blocks.Count));
    }

    private static (IndexInput Bytes, IndexInput Addresses) ReadPlaces(IndexInput meta, IndexInput data, string name)
    {
        IndexInput bytes = data.Slice(name, meta.ReadInt64(), meta.ReadInt64());
        return (bytes, data.Slice($"{name} addresses", meta.ReadInt64(), meta.ReadInt64()));
    }

    [DoesNotReturn]
    private void ThrowOrd(long ord) => throw new CorruptIndexException($"a document has ordinal {ord}, there are {Size}", Terms.Name, 0);

    private ReadOnlySpan<byte> Prefix(long entry)
    {
        long start = _prefixOffsets[entry];
        long end = _prefixOffsets[entry + 1];
        if (start < 0 || end < start || end > _prefixes.Length)
            throw new CorruptIndexException($"prefix {entry} from {start} to {end} of {_prefixes.Length} bytes", _prefixes.Name, start);
        return _prefixes.Span[(int)start..(int)end];
    }
}
