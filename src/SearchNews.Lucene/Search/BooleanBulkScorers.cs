using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>Chooses how the clauses of a boolean query are collected in bulk in one segment: intersected, summed up in windows, or one required with others that add to it.</summary>
/// <param name="clauses">The clauses with their weights.</param>
/// <param name="minimumShouldMatch">How many of the optional ones must match.</param>
/// <param name="context">The segment.</param>
/// <param name="scoreMode">What is asked for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly ref struct BooleanBulkScorers(ReadOnlySpan<(BooleanClause Clause, Weight Weight)> clauses, int minimumShouldMatch, LeafReaderContext context, ScoreMode scoreMode)
{
    private readonly ReadOnlySpan<(BooleanClause Clause, Weight Weight)> _clauses = clauses;

    /// <summary>The scorer of the clauses; false when they are better scored document by document.</summary>
    /// <param name="scorer">Null when nothing matches.</param>
    public bool TryGet(out BulkScorer? scorer)
    {
        if (IsConjunctionOfTerms() && TryGetConjunction(out scorer)) return true;
        if (IsOneRequiredAndOptional())
        {
            scorer = GetRequiredOptional();
            return true;
        }

        scorer = null;
        return !HasRequired() && TryGetDisjunction(ref scorer);
    }

    private bool TryGetDisjunction(ref BulkScorer? scorer)
    {
        int minimum = Math.Max(1, minimumShouldMatch);
        if (scoreMode == ScoreMode.TopScores && minimum > 1) return false;
        List<WindowClause> optional = GetWindowClauses(Occur.Should);
        if (optional.Count < minimum) return true;

        // A single clause needs no sums, and clauses that all have to match are better led by the rarest of them.
        List<WindowClause> excluded = GetWindowClauses(Occur.MustNot);
        if (optional.Count == 1 && excluded.Count == 0)
        {
            scorer = GetOnlyOptional();
            return true;
        }

        if (optional.Count == minimum) return false;
        scorer = scoreMode == ScoreMode.TopScores
            ? SearchMemory.Take<MaxScoreBulkScorer>().Set(optional, excluded)
            : SearchMemory.Take<WindowBulkScorer>().Set(optional, excluded, minimum, scoreMode);
        return true;
    }

    // Of the clause that has documents in the segment.
    private BulkScorer? GetOnlyOptional()
    {
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            if (clause.Occur == Occur.Should && weight.GetBulkScorer(context, scoreMode) is { } only) return only;
        }

        return null;
    }

    /// <summary>Terms that are all required are intersected in bulk, and what else is required or excluded is asked about what they have in common.</summary>
    /// <returns>False when the clauses are better led by what is no term.</returns>
    private bool TryGetConjunction(out BulkScorer? scorer)
    {
        scorer = null;
        List<ConjunctionTerm> terms = SearchMemory.TakeList<ConjunctionTerm>();
        List<DocCheck> checks = SearchMemory.TakeList<DocCheck>();
        long cheapestTerm = long.MaxValue;
        long cheapestCheck = long.MaxValue;
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            if (clause.IsRequired && weight is TermWeight termWeight)
            {
                if (termWeight.GetConjunctionTerm(context, terms.Count) is not { } term) return true;
                if (term.Postings is not BlockPostingsEnum) return false;
                cheapestTerm = Math.Min(cheapestTerm, term.Postings.Cost);
                terms.Add(term);
            }
            else if (weight.GetScorer(context) is { } other)
            {
                if (clause.IsRequired) cheapestCheck = Math.Min(cheapestCheck, other.Cost);
                checks.Add(new DocCheck(other, excludes: !clause.IsRequired));
            }
            else if (clause.IsRequired)
            {
                return true;
            }
        }

        if (cheapestCheck < cheapestTerm) return false;
        scorer = GetDenseConjunction(terms, checks) ?? SearchMemory.Take<ConjunctionBulkScorer>().Set(terms, checks, scoreMode);
        return true;
    }

    // All but the rarest term can be asked by document.
    private static BulkScorer? GetDenseConjunction(List<ConjunctionTerm> terms, List<DocCheck> checks)
    {
        CollectionsMarshal.AsSpan(terms).Sort(ConjunctionTerm.Order);
        foreach (ref readonly ConjunctionTerm term in CollectionsMarshal.AsSpan(terms)[1..])
        {
            if (term.Tiers?.Bits is null) return null;
        }

        if (terms[0].Scorer is null) return null;
        if (terms[0].Tiers is not { } rarest) return SearchMemory.Take<LedConjunctionBulkScorer>().Set(terms, checks);
        if (rarest.Bits is null) return SearchMemory.Take<ListConjunctionBulkScorer>().Set(terms, checks);
        return SearchMemory.Take<DenseConjunctionBulkScorer>().Set(terms, checks);
    }

    // Optional clauses add to scores, and others than terms may be scored: that is for scorers.
    private bool IsConjunctionOfTerms()
    {
        if (minimumShouldMatch > 0) return false;
        int terms = 0;
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            if (clause.Occur == Occur.Should || (clause.Occur == Occur.Must && weight is not TermWeight)) return false;
            if (clause.IsRequired && weight is TermWeight) terms++;
        }

        return terms > 1;
    }

    private bool IsOneRequiredAndOptional()
    {
        int required = 0;
        foreach ((BooleanClause clause, _) in _clauses)
        {
            if (clause.Occur == Occur.Must) required++;
            else if (clause.Occur != Occur.Should) return false;
        }

        return required == 1 && _clauses.Length > 1 && minimumShouldMatch == 0;
    }

    private bool HasRequired()
    {
        foreach ((BooleanClause clause, _) in _clauses)
        {
            if (clause.IsRequired) return true;
        }

        return false;
    }

    private BulkScorer? GetRequiredOptional()
    {
        BulkScorer? required = null;
        List<OptionalClause> optional = SearchMemory.TakeList<OptionalClause>();
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            if (clause.IsRequired) required = weight.GetBulkScorer(context, scoreMode);
            else if (scoreMode.NeedsScores() && GetOptionalClause(weight) is { } added) optional.Add(added);
        }

        return required is null || optional.Count == 0 ? required : SearchMemory.Take<RequiredOptionalBulkScorer>().Set(required, optional);
    }

    private OptionalClause? GetOptionalClause(Weight weight)
    {
        if (weight is TermWeight term) return term.GetOptionalClause(context);
        return weight.GetScorer(context) is { } scorer ? SearchMemory.Take<OptionalScorerClause>().Set(scorer) : null;
    }

    private List<WindowClause> GetWindowClauses(Occur occur)
    {
        List<WindowClause> found = SearchMemory.TakeList<WindowClause>();
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            if (clause.Occur != occur) continue;
            if (weight is TermWeight term)
            {
                if (term.GetWindowClause(context) is { } words) found.Add(words);
            }
            else if (weight.GetScorer(context) is { } scorer)
            {
                found.Add(SearchMemory.Take<ScorerWindowClause>().Set(scorer));
            }
        }

        return found;
    }
}
