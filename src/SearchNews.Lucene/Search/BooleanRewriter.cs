using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>
/// Simplifies boolean queries as Lucene 8 does. The rules matter for more than speed: they decide which sums are made in double and which
/// in float32, so scores are the same to the last bit only when the same rules apply.
/// </summary>
internal static class BooleanRewriter
{
    private const int MaxHashes = 128;

    // Each returns its argument when it does not apply. Rewriting starts again after each change, so the order is that of preference.
    private static readonly Func<BooleanQuery, Query>[] Rules =
    [
        RemoveRepeatedFilters, FindContradiction, RemoveNeedlessFilters, RequireFilteredOptional, AddUpRepeated(Occur.Should), AddUpRepeated(Occur.Must),
        ReplaceRequiredAll, InlineDisjunctions,
    ];

    /// <summary>One step of rewriting; the query itself when there is nothing to do.</summary>
    public static Query Rewrite(BooleanQuery query, IndexReader reader)
    {
        if (query.Clauses.IsEmpty) return new MatchNoDocsQuery("empty BooleanQuery");
        if (query.Clauses.Length == 1 && Single(query) is { } single) return single;
        BooleanQuery inner = RewriteClauses(query, reader);
        if (!ReferenceEquals(inner, query)) return inner;
        if (NoRuleApplies(query.Clauses.AsSpan())) return query;
        foreach (Func<BooleanQuery, Query> rule in Rules)
        {
            Query rewritten = rule(query);
            if (!ReferenceEquals(rewritten, query)) return rewritten;
        }

        return query;
    }

    // Each rule wants two clauses that are the same but for boost and occurrence, one that matches everything, or an optional disjunction. A hash that comes twice only means
    // that the rules have to look for themselves.
    [SkipLocalsInit]
    private static bool NoRuleApplies(ReadOnlySpan<BooleanClause> clauses)
    {
        if (clauses.Length > MaxHashes) return false;
        Span<int> hashes = stackalloc int[MaxHashes];
        for (int i = 0; i < clauses.Length; i++)
        {
            Query inner = clauses[i].Query;
            while (inner is BoostQuery boosted) inner = boosted.Query;
            if (inner is MatchAllDocsQuery || IsInline(clauses[i])) return false;
            int hash = inner.GetHashCode();
            if (hashes[..i].Contains(hash)) return false;
            hashes[i] = hash;
        }

        return true;
    }

    private static Query? Single(BooleanQuery query)
    {
        BooleanClause clause = query.Clauses[0];
        if (query.MinimumShouldMatch == 1 && clause.Occur == Occur.Should) return clause.Query;
        if (query.MinimumShouldMatch != 0) return null;
        return clause.Occur switch
        {
            Occur.Filter => new BoostQuery(new ConstantScoreQuery(clause.Query), 0f),
            Occur.MustNot => new MatchNoDocsQuery("pure negative BooleanQuery"),
            _ => clause.Query,
        };
    }

    private static BooleanQuery RewriteClauses(BooleanQuery query, IndexReader reader)
    {
        ImmutableArray<BooleanClause>.Builder? changed = null;
        for (int i = 0; i < query.Clauses.Length; i++)
        {
            BooleanClause clause = query.Clauses[i];
            Query rewritten = clause.Query.Rewrite(reader);
            if (ReferenceEquals(rewritten, clause.Query)) continue;
            changed ??= query.Clauses.ToBuilder();
            changed[i] = clause with { Query = rewritten };
        }

        return changed is null ? query : new BooleanQuery(changed.MoveToImmutable(), query.MinimumShouldMatch);
    }

    private static BooleanQuery RemoveRepeatedFilters(BooleanQuery query)
    {
        HashSet<BooleanClause> seen = [];
        return Keep(query, clause => clause.IsScoring || seen.Add(clause));
    }

    private static Query FindContradiction(BooleanQuery query)
    {
        HashSet<Query> excluded = Queries(query, Occur.MustNot);
        if (excluded.Count == 0) return query;
        if (excluded.Contains(MatchAllDocsQuery.Instance)) return new MatchNoDocsQuery("MUST_NOT clause is MatchAllDocsQuery");
        return query.Clauses.Any(clause => clause.IsRequired && excluded.Contains(clause.Query))
            ? new MatchNoDocsQuery("FILTER or MUST clause also in MUST_NOT")
            : query;
    }

    // A filter that is also required to match, or that everything passes while something else is required, does nothing.
    private static BooleanQuery RemoveNeedlessFilters(BooleanQuery query)
    {
        HashSet<Query> required = Queries(query, Occur.Must);
        bool otherRequired = required.Count > 0 || query.Clauses.Count(clause => clause.Occur == Occur.Filter) > 1;
        return Keep(query, clause => clause.Occur != Occur.Filter || !((otherRequired && clause.Query is MatchAllDocsQuery) || required.Contains(clause.Query)));
    }

    // An optional clause that is also a filter always matches, so it is required and scores.
    private static BooleanQuery RequireFilteredOptional(BooleanQuery query)
    {
        HashSet<Query> both = Queries(query, Occur.Filter);
        both.IntersectWith(Queries(query, Occur.Should));
        if (both.Count == 0) return query;
        var clauses = ImmutableArray.CreateBuilder<BooleanClause>();
        int minimum = query.MinimumShouldMatch;
        foreach (BooleanClause clause in query.Clauses)
        {
            bool isBoth = both.Contains(clause.Query);
            if (isBoth && clause.Occur == Occur.Filter) continue;
            bool isOptional = isBoth && clause.Occur == Occur.Should;
            if (isOptional) minimum--;
            clauses.Add(isOptional ? clause with { Occur = Occur.Must } : clause);
        }

        return new BooleanQuery(clauses.ToImmutable(), Math.Max(0, minimum));
    }

    // Clauses that are the same but for the boost become one with the sum of the boosts.
    private static Func<BooleanQuery, Query> AddUpRepeated(Occur occur) => query =>
    {
        if (occur == Occur.Should && query.MinimumShouldMatch > 1) return query;
        Dictionary<Query, double> boosts = [];
        int count = 0;
        foreach (BooleanClause clause in query.Clauses)
        {
            if (clause.Occur != occur) continue;
            (Query inner, double boost) = Unboost(clause.Query);
            boosts[inner] = boosts.GetValueOrDefault(inner) + boost;
            count++;
        }

        if (boosts.Count == count) return query;
        var clauses = ImmutableArray.CreateBuilder<BooleanClause>();
        foreach (BooleanClause clause in query.Clauses)
        {
            if (clause.Occur != occur)
            {
                clauses.Add(clause);
            }
            else if (boosts.Remove(Unboost(clause.Query).Inner, out double boost))
            {
                Query inner = Unboost(clause.Query).Inner;
                clauses.Add(clause with { Query = (float)boost == 1f ? inner : new BoostQuery(inner, (float)boost) });
            }
        }

        return new BooleanQuery(clauses.ToImmutable(), query.MinimumShouldMatch);
    };

    // Filters under a single required clause that matches everything: a constant score over the filters.
    private static BooleanQuery ReplaceRequiredAll(BooleanQuery query)
    {
        BooleanClause[] required = [.. query.Clauses.Where(clause => clause.Occur == Occur.Must)];
        if (required.Length != 1 || !query.Clauses.Any(clause => clause.Occur == Occur.Filter)) return query;
        (Query inner, double boost) = Unboost(required[0].Query);
        if (inner is not MatchAllDocsQuery) return query;
        Query filtered = new ConstantScoreQuery(new BooleanQuery([.. query.Clauses.Where(clause => !clause.IsScoring)], 0));
        if (boost != 1) filtered = new BoostQuery(filtered, (float)boost);
        ImmutableArray<BooleanClause> optional = [.. query.Clauses.Where(clause => clause.Occur == Occur.Should)];
        return new BooleanQuery(optional.Insert(0, new BooleanClause(filtered, Occur.Must)), query.MinimumShouldMatch);
    }

    // An optional disjunction is the same as its clauses being optional, and one flat list prunes better.
    private static BooleanQuery InlineDisjunctions(BooleanQuery query)
    {
        if (query.MinimumShouldMatch > 1 || !query.Clauses.Any(IsInline)) return query;
        return new BooleanQuery([.. query.Clauses.SelectMany(clause => IsInline(clause) ? ((BooleanQuery)clause.Query).Clauses : [clause])], query.MinimumShouldMatch);
    }

    private static bool IsInline(BooleanClause clause) => clause is { Occur: Occur.Should, Query: BooleanQuery { IsPureDisjunction: true } };

    private static (Query Inner, double Boost) Unboost(Query query)
    {
        double boost = 1;
        while (query is BoostQuery boosted)
        {
            boost *= boosted.Boost;
            query = boosted.Query;
        }

        return (query, boost);
    }

    private static HashSet<Query> Queries(BooleanQuery query, Occur occur) => [.. query.Clauses.Where(clause => clause.Occur == occur).Select(clause => clause.Query)];

    private static BooleanQuery Keep(BooleanQuery query, Func<BooleanClause, bool> isKept)
    {
        ImmutableArray<BooleanClause> kept = [.. query.Clauses.Where(isKept)];
        return kept.Length == query.Clauses.Length ? query : new BooleanQuery(kept, query.MinimumShouldMatch);
    }
}
