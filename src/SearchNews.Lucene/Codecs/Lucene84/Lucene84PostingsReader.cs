using System.Diagnostics.CodeAnalysis;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>Reads the postings of one segment, given what the term dictionary holds of a term. Immutable, thread-safe; the enums it makes belong to one thread.</summary>
internal sealed class Lucene84PostingsReader
{
    private readonly SegmentReadState _state;
    private readonly IndexInput? _pos;
    private readonly IndexInput? _pay;

    /// <summary>Opens .doc, and .pos and .pay when the segment's fields ask for them; checksums and headers are verified.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged or of another segment.</exception>
    public Lucene84PostingsReader(SegmentReadState state)
    {
        _state = state;
        Doc = Open(Lucene84PostingsFormat.DocExtension, Lucene84PostingsFormat.DocCodec);
        if (Lucene84PostingsFormat.HasPosFile(state.Fields)) _pos = Open(Lucene84PostingsFormat.PosExtension, Lucene84PostingsFormat.PosCodec);
        if (Lucene84PostingsFormat.HasPayFile(state.Fields)) _pay = Open(Lucene84PostingsFormat.PayExtension, Lucene84PostingsFormat.PayCodec);
    }

    /// <summary>The .doc file; take a clone for reading.</summary>
    public IndexInput Doc { get; }

    /// <summary>Documents of the segment.</summary>
    public int MaxDoc => _state.Segment.MaxDoc;

    /// <summary>Reads the second header of .tmd and the block size.</summary>
    public void ReadMetaHeader(IndexInput tmd)
    {
        CodecUtil.CheckIndexHeader(
            tmd, Lucene84PostingsFormat.TermsCodec, Lucene84PostingsFormat.MinVersion, Lucene84PostingsFormat.Version, _state.Segment.Id, _state.Suffix);
        long at = tmd.Position;
        int blockSize = tmd.ReadVInt();
        if (blockSize != Lucene84PostingsFormat.BlockSize)
            throw new CorruptIndexException($"postings block size expected {Lucene84PostingsFormat.BlockSize}, got {blockSize}", tmd.Name, at);
    }

    /// <summary>Reads the term's metadata; see <see cref="TermMetadata"/>.</summary>
    /// <param name="input">At the metadata of the term; behind it afterwards.</param>
    /// <param name="field">The field.</param>
    /// <param name="state">On entry DocFreq and TotalTermFreq are the term's, the rest is the term's before; on return all is the term's.</param>
    /// <param name="absolute">True for the first term of a block.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Part of the reader's contract with the term dictionary.")]
    public void DecodeTerm(IndexInput input, FieldInfo field, BlockTermState state, bool absolute) =>
        TermMetadata.Decode(input, field, state, absolute);

    /// <summary>The postings of a term, before the first document. What is not indexed is left out silently.</summary>
    /// <param name="field">The field.</param>
    /// <param name="state">The term; copied, not kept.</param>
    /// <param name="flags">What to decode.</param>
    /// <param name="reuse">An enum no longer needed, from any reader, or null.</param>
    /// <exception cref="CorruptIndexException">The state cannot be true; also thrown by the enum's moves.</exception>
    public PostingsEnum Postings(FieldInfo field, BlockTermState state, PostingsFlags flags, PostingsEnum? reuse)
    {
        if (WantsPositions(field, flags))
            return (reuse as BlockPositionsEnum ?? new BlockPositionsEnum()).Set(this, field, state, flags);
        return (reuse as BlockDocsEnum ?? new BlockDocsEnum()).Set(this, field, state, flags);
    }

    /// <summary>The postings of a term with bounds of scores.</summary>
    /// <param name="field">The field.</param>
    /// <param name="state">The term; copied, not kept.</param>
    /// <param name="flags">What to decode besides.</param>
    /// <exception cref="CorruptIndexException">The state cannot be true; also thrown by the enum's moves.</exception>
    public ImpactsEnum Impacts(FieldInfo field, BlockTermState state, PostingsFlags flags) =>
        WantsPositions(field, flags) ? new BlockPositionsEnum().Set(this, field, state, flags) : new BlockDocsEnum().Set(this, field, state, flags);

    /// <summary>The same, out of <see cref="SearchMemory"/>.</summary>
    public ImpactsEnum SearchPostings(FieldInfo field, BlockTermState state, PostingsFlags flags) =>
        WantsPositions(field, flags) ? SearchMemory.Take<BlockPositionsEnum>().Set(this, field, state, flags) : SearchMemory.Take<BlockDocsEnum>().Set(this, field, state, flags);

    /// <summary>Verifies the checksums of all files again.</summary>
    /// <exception cref="CorruptIndexException">The bytes changed.</exception>
    public void CheckIntegrity()
    {
        CodecUtil.VerifyChecksum(Doc.Clone());
        if (_pos is not null) CodecUtil.VerifyChecksum(_pos.Clone());
        if (_pay is not null) CodecUtil.VerifyChecksum(_pay.Clone());
    }

    /// <summary>A new walk over positions. Only when the segment has any.</summary>
    public PositionsReader NewPositionsReader() => new(_pos!, _pay);

    /// <summary>Reports a term whose entry in the dictionary cannot be true.</summary>
    [DoesNotReturn]
    public void ThrowBadTerm(FieldInfo field, BlockTermState state) =>
        throw new CorruptIndexException(
            $"a term of field '{field.Name}' has docFreq {state.DocFreq}, totalTermFreq {state.TotalTermFreq}, singleton {state.SingletonDocId}; the segment has {MaxDoc} documents", Doc.Name, state.DocStartFP);

    private static bool WantsPositions(FieldInfo field, PostingsFlags flags) => field.HasPositions && (flags & PostingsFlags.Positions) == PostingsFlags.Positions;

    private IndexInput Open(string extension, string codec) =>
        _state.Open(extension, codec, Lucene84PostingsFormat.MinVersion, Lucene84PostingsFormat.Version, out _);
}
