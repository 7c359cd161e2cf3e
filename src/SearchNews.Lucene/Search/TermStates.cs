using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>One term looked up once in every segment, with its statistics over all of them. Bound to one <see cref="IndexReader"/>; never changes for whoever got it from <see cref="Build"/>.</summary>
public sealed class TermStates
{
    private TermState?[] _states;

    // States of terms looked up before, which are used again.
    private TermState?[] _spares = [];

    private TermStates(TermState?[] states, int docFreq, long totalTermFreq)
    {
        _states = states;
        DocFreq = docFreq;
        TotalTermFreq = totalTermFreq;
    }

    /// <summary>Looks nothing up yet; see <see cref="Set"/>.</summary>
    internal TermStates()
        : this([], 0, 0)
    {
    }

    /// <summary>Documents with the term in the whole index.</summary>
    public int DocFreq { get; private set; }

    /// <summary>Occurrences of the term in the whole index.</summary>
    public long TotalTermFreq { get; private set; }

    /// <summary>Where the term is in a segment; null when it is not there.</summary>
    public TermState? this[LeafReaderContext context] => _states[context.Ord];

    /// <summary>Looks the term up.</summary>
    public static TermStates Build(IndexReader reader, Term term)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(term);
        return new TermStates().Set(reader, term);
    }

    /// <summary>The same places with other statistics, as when several terms are scored as one.</summary>
    public TermStates WithStatistics(int docFreq, long totalTermFreq) => new(_states, docFreq, totalTermFreq);

    /// <summary>Looks up another term, in place of the one before.</summary>
    internal TermStates Set(IndexReader reader, Term term)
    {
        IReadOnlyList<LeafReaderContext> leaves = reader.Leaves;
        SearchMemory.Fit(ref _states, leaves.Count);
        SearchMemory.Fit(ref _spares, leaves.Count);
        DocFreq = 0;
        TotalTermFreq = 0;
        for (int i = 0; i < leaves.Count; i++)
        {
            TermState? state = leaves[i].Reader.GetTerms(term.Field)?.Find(term.Bytes, _spares[i]);
            _states[i] = state;
            if (state is null) continue;
            _spares[i] = state;
            DocFreq += state.DocFreq;
            TotalTermFreq += state.TotalTermFreq;
        }

        return this;
    }

    /// <summary>The term in a segment, null when the segment does not have it.</summary>
    internal FoundTerm? Seek(LeafReaderContext context, Term term) =>
        _states[context.Ord] is { } state && context.Reader.GetTerms(term.Field) is { } terms ? new FoundTerm(terms, term, state) : null;
}
