using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>
/// Writes the term dictionary of one segment, .tim .tip .tmd, in one go, and has the postings written as it meets the terms.
/// One thread; the caller owns the postings writer. Layout: <see cref="BlockTreeFormat"/>.
/// </summary>
internal sealed class BlockTreeTermsWriter : IDisposable
{
    private readonly SegmentWriteState _state;
    private readonly Lucene84PostingsWriter _postings;
    private readonly IndexOutput _terms;
    private readonly IndexOutput _index;
    private readonly IndexOutput _meta;

    /// <summary>Creates the three files.</summary>
    /// <exception cref="IOException">One exists, or cannot be created.</exception>
    public BlockTreeTermsWriter(SegmentWriteState state, Lucene84PostingsWriter postings)
    {
        _state = state;
        _postings = postings;
        var created = new List<IndexOutput>(3);
        try
        {
            created.Add(_terms = state.Create(BlockTreeFormat.TermsExtension, BlockTreeFormat.TermsCodec, BlockTreeFormat.Version));
            created.Add(_index = state.Create(BlockTreeFormat.IndexExtension, BlockTreeFormat.IndexCodec, BlockTreeFormat.Version));
            created.Add(_meta = state.Create(BlockTreeFormat.MetaExtension, BlockTreeFormat.MetaCodec, BlockTreeFormat.Version));
            postings.WriteMetaHeader(_meta);
        }
        catch
        {
            foreach (IndexOutput output in created) output.Dispose();
            throw;
        }
    }

    /// <summary>Writes all fields and the ends of the files. Call once.</summary>
    /// <param name="fields">Fields ascending by name (UTF-16, ordinal); those without terms are left out.</param>
    /// <param name="norms">Opens the norms of a field, which the postings' score bounds need; null when it has none.</param>
    /// <exception cref="ArgumentException">Fields or terms are out of order.</exception>
    public void Write(IEnumerable<FieldTerms> fields, Func<FieldInfo, NumericDocValues?> norms)
    {
        var metadata = new MemoryOutput();
        int count = 0;
        string? last = null;
        foreach ((FieldInfo field, TermsEnum terms) in fields)
        {
            if (last != null && string.CompareOrdinal(field.Name, last) <= 0)
                throw new ArgumentException($"Field '{field.Name}' must come before '{last}'.", nameof(fields));
            last = field.Name;
            _postings.SetField(field, () => norms(field));
            if (new FieldWriter(field, _state.Segment.MaxDoc, _terms, _postings).Write(terms, metadata, _index)) count++;
        }

        CodecUtil.WriteFooter(_terms);
        CodecUtil.WriteFooter(_index);
        _meta.WriteVInt(count);
        metadata.CopyTo(_meta);
        _meta.WriteInt64(_index.Position);
        _meta.WriteInt64(_terms.Position);
        CodecUtil.WriteFooter(_meta);
    }

    /// <summary>Closes the files. They are complete only after <see cref="Write"/>.</summary>
    public void Dispose()
    {
        _terms.Dispose();
        _index.Dispose();
        _meta.Dispose();
    }
}
