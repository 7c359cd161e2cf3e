using System.Text;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Finds the documents that hold a term at most a few edits away from a given one.</summary>
/// <remarks>
/// <para>An edit inserts, deletes or replaces a code point, or swaps two neighbours (no part of a swap is edited again). The best 50 terms of the
/// index, by boost, then by term, are searched as alternatives, each with boost 1 - edits / min(code points of both), at least 0; they are scored
/// as if all were as frequent as the most frequent of them, so that a rare typo does not win.</para>
/// <para>Cost: every term of the field that shares the prefix is compared, in all segments.</para>
/// </remarks>
public sealed class FuzzyQuery : Query
{
    /// <summary>Most edits there can be.</summary>
    public const int MaxSupportedEdits = 2;

    private const int DefaultMaxExpansions = 50;

    private readonly int _maxExpansions;
    private readonly bool _transpositions;

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
        _maxExpansions = maxExpansions;
        _transpositions = transpositions;
    }

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <summary>Most edits.</summary>
    public int MaxEdits { get; }

    /// <summary>So many code points at the beginning must be the same.</summary>
    public int PrefixLength { get; }

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
        KeyValuePair<Term, float>[] best = [.. Expand(reader).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(_maxExpansions).OrderBy(pair => pair.Key)];
        TermStates[] states = Array.ConvertAll(best, pair => TermStates.Build(reader, pair.Key));
        int docFreq = states.Length == 0 ? 0 : states.Max(state => state.DocFreq);
        long totalTermFreq = states.Sum(state => state.TotalTermFreq);
        return BooleanQuery.Of(Occur.Should, best.Zip(states, (pair, state) =>
        {
            var query = new TermQuery(pair.Key, state.WithStatistics(docFreq, totalTermFreq));
            return pair.Value == 1f ? (Query)query : new BoostQuery(query, pair.Value);
        }));
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{ClassicNotation.Field(Term.Field, defaultField)}{Term.Text}~{MaxEdits}";

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is FuzzyQuery query && Term.Equals(query.Term) && MaxEdits == query.MaxEdits && PrefixLength == query.PrefixLength
        && _maxExpansions == query._maxExpansions && _transpositions == query._transpositions;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(FuzzyQuery), Term, MaxEdits, PrefixLength, _maxExpansions, _transpositions);

    private Dictionary<Term, float> Expand(IndexReader reader)
    {
        var boosts = new Dictionary<Term, float>();
        Rune[] runes = [.. Term.Text.EnumerateRunes()];
        if (MaxEdits == 0 || PrefixLength >= runes.Length)
        {
            if (TermStates.Build(reader, Term).DocFreq > 0) boosts[Term] = 1f;
            return boosts;
        }

        byte[] prefix = Encoding.UTF8.GetBytes(string.Concat(runes.Take(PrefixLength)));
        var distance = new EditDistance(runes, MaxEdits, _transpositions);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(Term.Field)?.GetTermsEnum() is not { } terms || terms.SeekCeil(prefix) == SeekStatus.End) continue;
            do
            {
                if (!terms.Term.StartsWith(prefix)) break;
                int edits = distance.To(terms.Term, out int codePoints);
                if (edits > MaxEdits) continue;
                float boost = edits == 0 ? 1f : Math.Max(0f, 1f - (edits / (float)Math.Min(codePoints, runes.Length)));
                boosts[new Term(Term.Field, terms.Term)] = boost;
            }
            while (terms.MoveNext());
        }

        return boosts;
    }
}
