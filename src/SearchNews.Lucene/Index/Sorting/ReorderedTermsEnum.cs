using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Index.Sorting;

/// <summary>Terms whose postings have the new numbers of their documents.</summary>
internal sealed class ReorderedTermsEnum(TermsEnum terms, FieldInfo field, DocumentOrder order) : StreamingTermsEnum
{
    private PostingsEnum? _reusable;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => terms.Term;

    /// <inheritdoc/>
    public override int DocFreq => terms.DocFreq;

    /// <inheritdoc/>
    public override long TotalTermFreq => terms.TotalTermFreq;

    /// <inheritdoc/>
    public override bool MoveNext() => terms.MoveNext();

    /// <inheritdoc/>
    public override PostingsEnum Postings(PostingsFlags flags, PostingsEnum? reuse = null)
    {
        _reusable = terms.Postings(flags, _reusable);
        ReorderedPostingsEnum postings = reuse as ReorderedPostingsEnum ?? new ReorderedPostingsEnum(order, field.IndexOptions >= IndexOptions.DocsAndFreqsAndPositions);
        postings.Reset(_reusable);
        return postings;
    }
}
