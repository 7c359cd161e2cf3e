using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index;

/// <summary>The union of any postings, enum by enum: the plain version, for dictionaries that have no faster one.</summary>
internal sealed class EnumUnion : DocUnion
{
    private readonly List<PostingsEnum> _postings = [];

    /// <inheritdoc/>
    public override void Mark(Span<ulong> window, int start)
    {
        long end = start + (64L * window.Length);
        foreach (PostingsEnum postings in _postings)
        {
            int doc = postings.DocId < start ? postings.Advance(start) : postings.DocId;
            for (; doc < end && doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc()) window[(doc - start) >> 6] |= 1UL << (doc - start);
        }
    }

    /// <inheritdoc/>
    protected override void AddPostings(TermsEnum terms) => _postings.Add(terms.Postings(PostingsFlags.None));
}
