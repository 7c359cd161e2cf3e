using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>The terms of a field in several segments, in order. Frequencies are upper bounds, as deleted documents are only left out of the postings.</summary>
internal sealed class MergedTermsEnum : StreamingTermsEnum
{
    private readonly MergeSource[] _sources;
    private readonly PriorityHeap<(int Source, TermsEnum Terms)> _heap;

    // The segments that have the current term, in order.
    private readonly List<(int Source, TermsEnum Terms)> _current = [];

    /// <summary>Starts before the first term.</summary>
    public MergedTermsEnum(MergeSource[] sources, string field)
    {
        _sources = sources;
        _heap = new((a, b) =>
        {
            int order = a.Terms.Term.SequenceCompareTo(b.Terms.Term);
            return order != 0 ? order : a.Source.CompareTo(b.Source);
        });
        for (int source = 0; source < sources.Length; source++)
        {
            if (sources[source].Reader.GetTerms(field) is { } terms) PushNext((source, terms.GetTermsEnum()));
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _current[0].Terms.Term;

    /// <inheritdoc/>
    public override int DocFreq => _current.Sum(t => t.Terms.DocFreq);

    /// <inheritdoc/>
    public override long TotalTermFreq => _current.Sum(t => t.Terms.TotalTermFreq);

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        _sources[0].Stopping.ThrowIfCancellationRequested();
        foreach ((int Source, TermsEnum Terms) terms in _current) PushNext(terms);
        _current.Clear();
        if (_heap.Count == 0) return false;
        do _current.Add(_heap.Pop());
        while (_heap.Count > 0 && _heap.Peek().Terms.Term.SequenceEqual(Term));
        return true;
    }

    /// <inheritdoc/>
    public override PostingsEnum Postings(PostingsFlags flags, PostingsEnum? reuse = null)
    {
        MergedPostingsEnum postings = reuse as MergedPostingsEnum ?? new MergedPostingsEnum(_sources);
        postings.Reset(_current, flags);
        return postings;
    }

    private void PushNext((int Source, TermsEnum Terms) terms)
    {
        if (terms.Terms.MoveNext()) _heap.Push(terms);
    }
}
