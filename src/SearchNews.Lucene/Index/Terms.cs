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

    /// <summary>The terms that an automaton accepts.</summary>
    internal virtual TermIntersection Intersect(LevenshteinAutomaton automaton) => new SeekingIntersection(GetTermsEnum(), automaton);
}
