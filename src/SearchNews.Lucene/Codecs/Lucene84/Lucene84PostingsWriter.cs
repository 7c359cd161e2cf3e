using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Writes the postings of one segment, term after term, for the term dictionary, which keeps what <see cref="EncodeTerm"/> writes.
/// Belongs to one thread. Call <see cref="Close"/> at the end; without it the files have no footer and do not open.
/// </summary>
internal sealed class Lucene84PostingsWriter : IDisposable
{
    private readonly IndexOutput _doc;
    private readonly IndexOutput? _pos;
    private readonly IndexOutput? _pay;
    private readonly SegmentWriteState _state;
    private FieldInfo? _field;
    private Func<NumericDocValues?>? _norms;

    /// <summary>Creates .doc, and .pos and .pay when the segment's fields ask for them.</summary>
    public Lucene84PostingsWriter(SegmentWriteState state)
    {
        _state = state;
        try
        {
            _doc = state.Create(Lucene84PostingsFormat.DocExtension, Lucene84PostingsFormat.DocCodec, Lucene84PostingsFormat.Version);
            _doc.WriteByte(Lucene84PostingsFormat.LittleEndianMark);
            if (Lucene84PostingsFormat.HasPosFile(state.Fields))
                _pos = state.Create(Lucene84PostingsFormat.PosExtension, Lucene84PostingsFormat.PosCodec, Lucene84PostingsFormat.Version);
            if (Lucene84PostingsFormat.HasPayFile(state.Fields))
                _pay = state.Create(Lucene84PostingsFormat.PayExtension, Lucene84PostingsFormat.PayCodec, Lucene84PostingsFormat.Version);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Starts a field.</summary>
    /// <param name="field">The field; its index options say what is written.</param>
    /// <param name="norms">
    /// Gives a fresh walk over the norms of the field in this segment; called for terms of more than 128 documents. Null when the field has none.
    /// A document without a value counts as norm 1.
    /// </param>
    public void SetField(FieldInfo field, Func<NumericDocValues?>? norms)
    {
        _field = field;
        _norms = norms;
    }

    /// <summary>Writes all documents of a term.</summary>
    /// <param name="postings">The documents, not yet started; with all that the field's index options hold.</param>
    /// <param name="state">Filled: frequencies and file pointers.</param>
    /// <param name="docsSeen">The bit of each document is set; null when nobody counts.</param>
    /// <returns>False when there was no document; nothing is written then.</returns>
    public bool WriteTerm(PostingsEnum postings, BlockTermState state, Bits? docsSeen)
    {
        throw new NotSupportedException(_field?.Name + (_norms is null));
    }

    /// <summary>Writes the term's metadata; see <see cref="TermMetadata"/>.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="field">The field.</param>
    /// <param name="state">What <see cref="WriteTerm"/> filled.</param>
    /// <param name="previous">The state of the term before, in the same block of the dictionary.</param>
    /// <param name="first">True for the first term of a block; <paramref name="previous"/> is not looked at then.</param>
#pragma warning disable CA1822
    public void EncodeTerm(DataOutput output, FieldInfo field, BlockTermState state, BlockTermState previous, bool first) =>
        TermMetadata.Encode(output, field, state, previous, first);
#pragma warning restore CA1822

    /// <summary>Writes the second header of .tmd and the block size.</summary>
    public void WriteMetaHeader(IndexOutput tmd)
    {
        CodecUtil.WriteIndexHeader(tmd, Lucene84PostingsFormat.TermsCodec, Lucene84PostingsFormat.Version, _state.Segment.Id, _state.Suffix);
        tmd.WriteVInt(Lucene84PostingsFormat.BlockSize);
    }

    /// <summary>Writes the footers.</summary>
    public void Close()
    {
        CodecUtil.WriteFooter(_doc);
        if (_pos is not null) CodecUtil.WriteFooter(_pos);
        if (_pay is not null) CodecUtil.WriteFooter(_pay);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _doc?.Dispose();
        _pos?.Dispose();
        _pay?.Dispose();
    }
}
