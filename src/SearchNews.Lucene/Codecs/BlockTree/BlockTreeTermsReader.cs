using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util.Fst;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>
/// The term dictionaries of one segment's fields. The checksums of all three files are verified and the indexes loaded on opening; blocks are
/// parsed as they are visited. Immutable and thread-safe. Layout: <see cref="BlockTreeFormat"/>.
/// </summary>
internal sealed class BlockTreeTermsReader
{
    private readonly Dictionary<string, BlockTreeTerms> _fields = new(StringComparer.Ordinal);

    /// <summary>Opens the dictionaries.</summary>
    /// <param name="state">The segment and the suffix of its postings files.</param>
    /// <param name="postings">Reads what the dictionary points at.</param>
    /// <exception cref="CorruptIndexException">A file is damaged, truncated or foreign.</exception>
    public BlockTreeTermsReader(SegmentReadState state, Lucene84PostingsReader postings)
    {
        IndexInput terms = Open(state, BlockTreeFormat.TermsExtension, BlockTreeFormat.TermsCodec);
        IndexInput index = Open(state, BlockTreeFormat.IndexExtension, BlockTreeFormat.IndexCodec);
        IndexInput meta = Open(state, BlockTreeFormat.MetaExtension, BlockTreeFormat.MetaCodec);
        postings.ReadMetaHeader(meta);
        int count = meta.ReadVInt("number of fields", state.Fields.Count);
        for (int i = 0; i < count; i++)
        {
            BlockTreeTerms field = ReadField(state, meta, terms, index, postings);
            if (!_fields.TryAdd(field.Field.Name, field)) throw new CorruptIndexException($"field '{field.Field.Name}' comes twice", meta.Name, meta.Position);
        }

        CheckLength(meta, index);
        CheckLength(meta, terms);
        CodecUtil.CheckAtFooter(meta);
    }

    /// <summary>The terms of a field, or null when no document has one.</summary>
    public Terms? GetTerms(string field) => _fields.GetValueOrDefault(field);

    private static IndexInput Open(SegmentReadState state, string extension, string codec) =>
        state.Open(extension, codec, BlockTreeFormat.Version, BlockTreeFormat.Version, out _);

    private static void CheckLength(IndexInput meta, IndexInput file)
    {
        long at = meta.Position;
        long expected = meta.ReadInt64();
        if (file.Length != expected) throw new CorruptIndexException($"length of {file.Name} expected {expected}, got {file.Length}", meta.Name, at);
    }

    private static BlockTreeTerms ReadField(SegmentReadState state, IndexInput meta, IndexInput terms, IndexInput index, Lucene84PostingsReader postings)
    {
        long at = meta.Position;
        int number = meta.ReadVInt();
        if (state.Fields.Find(number) is not { } field || field.IndexOptions == IndexOptions.None)
            throw new CorruptIndexException($"terms of field {number}, which is not indexed", meta.Name, at);

        long size = meta.ReadVLong();
        byte[] rootCode = ReadBytes(meta, "length of the root code", meta.Remaining);
        long sumTotalTermFreq = field.HasFreqs ? meta.ReadVLong() : 0;
        long sumDocFreq = meta.ReadVLong();
        if (!field.HasFreqs) sumTotalTermFreq = sumDocFreq;
        int docCount = meta.ReadVInt("docCount", state.Segment.MaxDoc);
        if (size < 1 || sumDocFreq < size || sumDocFreq < docCount || sumTotalTermFreq < sumDocFreq)
        {
            throw new CorruptIndexException(
                $"field '{field.Name}' has {size} terms, docCount {docCount}, sumDocFreq {sumDocFreq}, sumTotalTermFreq {sumTotalTermFreq}: impossible together", meta.Name, at);
        }

        byte[] min = ReadBytes(meta, "length of the min term", IndexLimits.MaxTermLength);
        byte[] max = ReadBytes(meta, "length of the max term", IndexLimits.MaxTermLength);
        long indexStart = meta.ReadVLong();
        FstReader fst = FstReader.Load(meta, index, indexStart, index.Length - CodecUtil.FooterLength);
        if (!fst.TryGetEmptyOutput(out byte[]? emptyOutput) || !emptyOutput.AsSpan().SequenceEqual(rootCode))
            throw new CorruptIndexException($"root code of field '{field.Name}' is not the index's value of the empty prefix", meta.Name, at);

        return new BlockTreeTerms(new FieldStatistics(size, docCount, sumDocFreq, sumTotalTermFreq), min, max, field, fst, emptyOutput, terms, postings);
    }

    private static byte[] ReadBytes(IndexInput meta, string what, long max) => meta.ReadSpan(meta.ReadVInt(what, max)).ToArray();
}
