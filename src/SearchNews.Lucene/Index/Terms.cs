using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Index;

/// <summary>The term dictionary of one field of one segment, with its statistics; deleted documents count until they are merged away. Thread-safe.</summary>
public abstract class Terms
{
    /// <summary>Number of terms.</summary>
    public abstract long Size { get; }

    /// <summary>Documents with at least one term of the field.</summary>
    public abstract int DocCount { get; }

    /// <summary>Sum of the terms' document frequencies.</summary>
    public abstract long SumDocFreq { get; }

    /// <summary>Sum of the terms' total frequencies; equals <see cref="SumDocFreq"/> when frequencies are not indexed.</summary>
    public abstract long SumTotalTermFreq { get; }

    /// <summary>Smallest term in unsigned byte order.</summary>
    public abstract ReadOnlyMemory<byte> Min { get; }

    /// <summary>Greatest term in unsigned byte order.</summary>
    public abstract ReadOnlyMemory<byte> Max { get; }

    /// <summary>A new enum over the terms, unpositioned.</summary>
    public abstract TermsEnum GetTermsEnum();

    /// <summary>Where a term's postings are, null when there is no such term.</summary>
    public TermState? Find(ReadOnlySpan<byte> term) => Find(term, reuse: null);

    /// <summary>As above; the state is <paramref name="reuse"/> if that can hold it.</summary>
    /// <param name="term">The term.</param>
    /// <param name="reuse">A state that nobody uses any more, of any terms; null for a new one.</param>
    internal virtual TermState? Find(ReadOnlySpan<byte> term, TermState? reuse)
    {
        TermsEnum terms = GetTermsEnum();
        return terms.SeekExact(term) ? terms.GetTermState() : null;
    }

    /// <summary>The postings of a term that was found, before the first document.</summary>
    /// <param name="term">The term.</param>
    /// <param name="state">What <see cref="Find(ReadOnlySpan{byte})"/> said of it.</param>
    /// <param name="flags">What to decode.</param>
    internal virtual PostingsEnum GetPostings(ReadOnlySpan<byte> term, TermState state, PostingsFlags flags)
    {
        TermsEnum terms = GetTermsEnum();
        terms.SeekExact(term, state);
        return terms.Postings(flags);
    }

    /// <summary>The postings of a term that was found, with score bounds.</summary>
    /// <param name="term">The term.</param>
    /// <param name="state">What <see cref="Find(ReadOnlySpan{byte})"/> said of it.</param>
    /// <param name="flags">What to decode; <see cref="PostingsFlags.Freqs"/> at least.</param>
    internal virtual ImpactsEnum GetImpacts(ReadOnlySpan<byte> term, TermState state, PostingsFlags flags)
    {
        TermsEnum terms = GetTermsEnum();
        terms.SeekExact(term, state);
        return terms.Impacts(flags);
    }

    /// <summary>An enum over the terms, unpositioned, for a short time: <see cref="KeepTermsEnum"/> takes it back.</summary>
    internal virtual TermsEnum TakeTermsEnum() => GetTermsEnum();

    /// <summary>Takes an enum back that nobody uses any more. One not given back, as after an error, is lost and no harm.</summary>
    internal virtual void KeepTermsEnum(TermsEnum terms)
    {
    }

    /// <summary>A union of documents that terms of this field can be added to.</summary>
    internal virtual DocUnion NewUnion() => new EnumUnion();

    /// <summary>The terms that an automaton accepts.</summary>
    internal virtual TermIntersection Intersect(LevenshteinAutomaton automaton) => new SeekingIntersection(GetTermsEnum(), automaton);
}
