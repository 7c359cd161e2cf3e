using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Search;

/// <summary>
/// The terms of an index that are spelled most nearly like a given one: greatest boost first, then the smaller term. Terms that cannot be among the best any more are
/// not looked at: once there are enough with fewer edits, the automaton is narrowed.
/// </summary>
public sealed class FuzzyTerms
{
    private static readonly Comparer<FuzzyTerm> BestFirst = Comparer<FuzzyTerm>.Create((left, right) =>
        left.Boost == right.Boost ? left.Term.CompareTo(right.Term) : right.Boost.CompareTo(left.Boost));

    // Sorted.
    private readonly List<FuzzyTerm> _best = [];
    private readonly LevenshteinAutomaton _automaton;
    private readonly string _field;
    private readonly int _count;

    private FuzzyTerms(Term term, int maxEdits, int prefixLength, int count, bool transpositions)
    {
        _automaton = new LevenshteinAutomaton(term.Text, maxEdits, prefixLength, transpositions);
        _field = term.Field;
        _count = count;
    }

    /// <summary>Looks the terms up in all segments.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="term">What the terms are like.</param>
    /// <param name="maxEdits">Most edits, 0 to 2.</param>
    /// <param name="prefixLength">So many code points at the beginning must be the same.</param>
    /// <param name="count">How many terms are wanted at most.</param>
    /// <param name="transpositions">True to count the swap of two neighbours as one edit.</param>
    public static IReadOnlyList<FuzzyTerm> Find(IndexReader reader, Term term, int maxEdits, int prefixLength, int count, bool transpositions = true)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(term);
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdits, LevenshteinAutomaton.MaxSupportedEdits);
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var terms = new FuzzyTerms(term, maxEdits, prefixLength, count, transpositions);
        foreach (LeafReaderContext leaf in reader.Leaves) terms.AddFrom(leaf.Reader);
        return terms._best;
    }

    private void AddFrom(LeafReader reader)
    {
        if (reader.GetTerms(_field)?.Intersect(_automaton) is not { } terms) return;
        while (terms.MoveNext())
        {
            float boost = Boost(terms.Edits, terms.Term);
            if (_best.Count == _count && IsBehind(boost, terms.Term)) continue;
            Add(new FuzzyTerm(new Term(_field, terms.Term), terms.Edits, boost));
            if (_best.Count == _count) Narrow();
        }
    }

    private void Add(FuzzyTerm term)
    {
        int place = _best.BinarySearch(term, BestFirst);

        // Another segment may have had it.
        if (place >= 0) return;
        if (_best.Count == _count) _best.RemoveAt(_count - 1);
        _best.Insert(~place, term);
    }

    private bool IsBehind(float boost, ReadOnlySpan<byte> term)
    {
        FuzzyTerm worst = _best[^1];
        return boost < worst.Boost || (boost == worst.Boost && term.SequenceCompareTo(worst.Term.Bytes) >= 0);
    }

    // Another segment may have a smaller term with the same boost, so only what is worse is given up.
    private void Narrow()
    {
        while (_automaton.MaxEdits > 0 && _best[^1].Boost > Boost(_automaton.MaxEdits, _automaton.Length)) _automaton.MaxEdits--;
    }

    private float Boost(int edits, ReadOnlySpan<byte> term) => edits == 0 ? 1f : Boost(edits, Math.Min(CodePoints(term), _automaton.Length));

    private static float Boost(int edits, int codePoints) => edits == 0 ? 1f : 1f - (edits / (float)codePoints);

    // Every byte but those that continue a code point.
    private static int CodePoints(ReadOnlySpan<byte> term)
    {
        int count = 0;
        foreach (byte b in term) count += (b & 0xC0) != 0x80 ? 1 : 0;
        return count;
    }
}
