using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Search;

/// <summary>Finds the documents that hold a term at most a few edits away from a given one.</summary>
/// <remarks>
/// <para>An edit inserts, deletes or replaces a code point, or swaps two neighbours (no part of a swap is edited again). The best 50 terms of the
/// index, by boost, then by term, are searched as alternatives, each with boost 1 - edits / min(code points of both), or 0 when that is less; they are scored
/// as if all were as frequent as the most frequent of them, so that a rare typo does not win.</para>
/// <para>Cost: the blocks of the term dictionary whose prefix some word within these edits has, in all segments.</para>
/// </remarks>
public sealed class FuzzyQuery : Query
{
    /// <summary>Most edits there can be.</summary>
    public const int MaxSupportedEdits = LevenshteinAutomaton.MaxSupportedEdits;

    private const int DefaultMaxExpansions = 50;

    private static readonly Comparison<FuzzyTerm> ByTerm = (left, right) => left.Term.CompareTo(right.Term);

    /// <summary>Searches a term and its neighbours.</summary>
    /// <param name="term">The term.</param>
    /// <param name="maxEdits">Most edits: 0 to 2.</param>
    /// <param name="prefixLength">So many code points at the beginning must be the same.</param>
    /// <param name="maxExpansions">How many terms are searched at most.</param>
    /// <param name="transpositions">True to count the swap of two neighbours as one edit, false as two.</param>
    public FuzzyQuery(Term term, int maxEdits = MaxSupportedEdits, int prefixLength = 0, int maxExpansions = DefaultMaxExpansions, bool transpositions = true)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdits, MaxSupportedEdits);
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxExpansions);
        Term = term;
        MaxEdits = maxEdits;
        PrefixLength = prefixLength;
        MaxExpansions = maxExpansions;
        Transpositions = transpositions;
    }

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <summary>Most edits.</summary>
    public int MaxEdits { get; }

    /// <summary>So many code points at the beginning must be the same.</summary>
    public int PrefixLength { get; }

    /// <summary>How many terms are searched at most.</summary>
    public int MaxExpansions { get; }

    /// <summary>True when the swap of two neighbours is one edit.</summary>
    public bool Transpositions { get; }

    /// <summary>The edits that a similarity below 1 allows a term of that many code points; a number from 1 on is the edits itself.</summary>
    public static int EditsOfSimilarity(float similarity, int codePoints)
    {
        if (similarity >= 1) return (int)Math.Min(similarity, MaxSupportedEdits);
        return similarity == 0 ? 0 : Math.Min((int)((1.0 - similarity) * codePoints), MaxSupportedEdits);
    }

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        FuzzyTerm[] best = [.. Expand(reader)];
        Array.Sort(best, ByTerm);
        var states = new TermStates[best.Length];
        int docFreq = 0;
        long totalTermFreq = 0;
        for (int i = 0; i < best.Length; i++)
        {
            states[i] = TermStates.Build(reader, best[i].Term);
            docFreq = Math.Max(docFreq, states[i].DocFreq);
            totalTermFreq += states[i].TotalTermFreq;
        }

        var query = new BooleanQuery.Builder();
        for (int i = 0; i < best.Length; i++)
        {
            var term = new TermQuery(best[i].Term, states[i].WithStatistics(docFreq, totalTermFreq));
            query.Add(best[i].Boost == 1f ? term : new BoostQuery(term, Math.Max(0f, best[i].Boost)), Occur.Should);
        }

        return query.Build();
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{ClassicNotation.Field(Term.Field, defaultField)}{Term.Text}~{MaxEdits}";

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is FuzzyQuery query && Term.Equals(query.Term) && MaxEdits == query.MaxEdits && PrefixLength == query.PrefixLength
        && MaxExpansions == query.MaxExpansions && Transpositions == query.Transpositions;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(FuzzyQuery), Term, MaxEdits, PrefixLength, MaxExpansions, Transpositions);

    private IReadOnlyList<FuzzyTerm> Expand(IndexReader reader)
    {
        // Where nothing may differ the term is looked up as it is. Lucene counts UTF-16 units here, and code points elsewhere.
        if (MaxEdits > 0 && PrefixLength < Term.Text.Length) return FuzzyTerms.Find(reader, Term, MaxEdits, PrefixLength, MaxExpansions, Transpositions);
        return TermStates.Build(reader, Term).DocFreq > 0 ? [new FuzzyTerm(Term, 0, 1f)] : [];
    }
}
