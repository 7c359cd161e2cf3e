using SearchNews.Lucene.Search;

namespace SearchNews.Search.Explaining;

/// <summary>The parts of a query that add to scores: terms and phrases.</summary>
internal static class ScoringParts
{
    /// <summary>The parts in the order of the query, without their boosts.</summary>
    public static IReadOnlyList<Query> Of(Query query)
    {
        var parts = new List<Query>();
        var open = new Stack<Query>();
        open.Push(query);
        while (open.TryPop(out Query? next))
        {
            switch (next)
            {
                case TermQuery or PhraseQuery:
                    parts.Add(next);
                    break;
                case BoostQuery boost:
                    open.Push(boost.Query);
                    break;
                case DisjunctionMaxQuery best:
                    foreach (Query part in best.Queries.Reverse()) open.Push(part);
                    break;
                case BooleanQuery boolean:
                    foreach (BooleanClause clause in boolean.Clauses.Reverse())
                    {
                        if (clause.IsScoring) open.Push(clause.Query);
                    }

                    break;
            }
        }

        return parts;
    }

    /// <summary>What each part adds to an explained score, boosts and repetitions included; parts that do not match are left out.</summary>
    public static Dictionary<Query, double> ValuesOf(Explanation score)
    {
        var values = new Dictionary<Query, double>();
        var open = new Stack<Explanation>();
        open.Push(score);
        while (open.TryPop(out Explanation? next))
        {
            if (!next.IsMatch) continue;
            if (next.Query is { } part)
            {
                values[part] = values.GetValueOrDefault(part) + next.Value;
                continue;
            }

            foreach (Explanation detail in next.Details) open.Push(detail);
        }

        return values;
    }
}
