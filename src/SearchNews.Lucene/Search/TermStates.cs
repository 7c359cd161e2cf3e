using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>One term looked up once in every segment, with its statistics over all of them. Immutable, bound to one <see cref="IndexReader"/>.</summary>
public sealed class TermStates
{
    private readonly TermState?[] _states;

    private TermStates(TermState?[] states, int docFreq, long totalTermFreq)
    {
        _states = states;
        DocFreq = docFreq;
        TotalTermFreq = totalTermFreq;
    }

    /// <summary>Documents with the term in the whole index.</summary>
    public int DocFreq { get; }

    /// <summary>Occurrences of the term in the whole index.</summary>
    public long TotalTermFreq { get; }

    /// <summary>Where the term is in a segment; null when it is not there.</summary>
    public TermState? this[LeafReaderContext context] => _states[context.Ord];

    /// <summary>Looks the term up.</summary>
    public static TermStates Build(IndexReader reader, Term term)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(term);
        IReadOnlyList<LeafReaderContext> leaves = reader.Leaves;
        var states = new TermState?[leaves.Count];
        int docFreq = 0;
        long totalTermFreq = 0;
        for (int i = 0; i < states.Length; i++)
        {
            if (leaves[i].Reader.GetTerms(term.Field)?.Find(term.Bytes) is not { } state) continue;
            states[i] = state;
            docFreq += state.DocFreq;
            totalTermFreq += state.TotalTermFreq;
        }

        return new TermStates(states, docFreq, totalTermFreq);
    }

    /// <summary>The same places with other statistics, as when several terms are scored as one.</summary>
    public TermStates WithStatistics(int docFreq, long totalTermFreq) => new(_states, docFreq, totalTermFreq);

    /// <summary>The term in a segment, null when the segment does not have it.</summary>
    internal FoundTerm? Seek(LeafReaderContext context, Term term) =>
        _states[context.Ord] is { } state && context.Reader.GetTerms(term.Field) is { } terms ? new FoundTerm(terms, term, state) : null;
}
