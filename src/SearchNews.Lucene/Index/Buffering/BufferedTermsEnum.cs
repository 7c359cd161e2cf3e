namespace SearchNews.Lucene.Index.Buffering;

/// <summary>The terms of a field in memory, in order, without those that only failed documents had.</summary>
internal sealed class BufferedTermsEnum(InvertedPostings postings) : StreamingTermsEnum
{
    private int _next;
    private int _id;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => postings.Term(_id);

    /// <inheritdoc/>
    public override int DocFreq => postings.Docs(_id).Length;

    /// <inheritdoc/>
    public override long TotalTermFreq
    {
        get
        {
            ReadOnlySpan<int> freqs = postings.Freqs(_id);
            if (freqs.IsEmpty) return DocFreq;
            long total = 0;
            foreach (int freq in freqs) total += freq;
            return total;
        }
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        while (_next < postings.SortedTerms.Length)
        {
            _id = postings.SortedTerms[_next++];
            if (!postings.Docs(_id).IsEmpty) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override PostingsEnum Postings(PostingsFlags flags, PostingsEnum? reuse = null)
    {
        BufferedPostingsEnum postingsEnum = reuse as BufferedPostingsEnum ?? new BufferedPostingsEnum(postings);
        postingsEnum.Reset(_id);
        return postingsEnum;
    }
}
