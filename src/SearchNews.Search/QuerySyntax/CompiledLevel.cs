using SearchNews.Lucene.Search;
using SearchNews.Search.Requests;

namespace SearchNews.Search.QuerySyntax;

/// <summary>The compiled clauses of one group.</summary>
internal sealed class CompiledLevel
{
    /// <summary>Clauses the match policy decides about.</summary>
    public List<Query> Optional { get; } = [];

    /// <summary>Clauses that must match.</summary>
    public List<Query> Required { get; } = [];

    /// <summary>Clauses that must not match.</summary>
    public List<Query> Excluded { get; } = [];

    /// <summary>Conditions that must hold and do not score.</summary>
    public List<Query> Filters { get; } = [];

    /// <summary>True when the match policy makes a difference to this group.</summary>
    public bool CanRelax => Optional.Count > 1 || (Optional.Count == 1 && Required.Count > 0);

    /// <summary>True when there is a word to search for, not only conditions.</summary>
    public bool Scores => Optional.Count + Required.Count > 0;

    /// <summary>The scoring clauses under a policy, without exclusions and filters; null when there are none.</summary>
    public Query? ToQuery(MatchPolicy policy)
    {
        int count = Optional.Count + Required.Count;
        if (count == 0) return null;
        if (count == 1) return Required.Count == 1 ? Required[0] : Optional[0];
        var builder = new BooleanQuery.Builder();
        foreach (Query query in Required) builder.Add(query, Occur.Must);
        foreach (Query query in Optional) builder.Add(query, policy == MatchPolicy.All ? Occur.Must : Occur.Should);
        if (policy != MatchPolicy.All) builder.MinimumShouldMatch = MinimumShouldMatch(policy);
        return builder.Build();
    }

    /// <summary>The whole group as one query; null when it demands nothing.</summary>
    public Query? ToNestedQuery(MatchPolicy policy)
    {
        Query? scoring = ToQuery(policy);
        if (Excluded.Count == 0 && Filters.Count == 0) return scoring;
        var builder = new BooleanQuery.Builder();
        builder.Add(scoring ?? new BoostQuery(new MatchAllDocsQuery(), 0f), Occur.Must);
        foreach (Query query in Filters) builder.Add(query, Occur.Filter);
        foreach (Query query in Excluded) builder.Add(query, Occur.MustNot);
        return builder.Build();
    }

    private int MinimumShouldMatch(MatchPolicy policy) => (policy, Optional.Count, Required.Count) switch
    {
        (_, 0, _) => 0,
        (MatchPolicy.Most, _, _) => (Optional.Count + 1) / 2,
        (_, _, 0) => 1,
        _ => 0,
    };
}
