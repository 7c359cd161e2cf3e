namespace SearchNews.Lucene.Search.QueryParsing;

/// <summary>Collects the clauses of a group and what operators say of them.</summary>
internal sealed class ClassicClauses
{
    private readonly List<BooleanClause> _clauses = [];
    private readonly Occur _default;

    /// <summary>Starts a group.</summary>
    /// <param name="requireAll">True when clauses without operators must match.</param>
    public ClassicClauses(bool requireAll) => _default = requireAll ? Occur.Must : Occur.Should;

    /// <summary>Clauses so far.</summary>
    public int Count => _clauses.Count;

    /// <summary>Adds a clause. An operator between two clauses also changes the one before it.</summary>
    /// <param name="conjunction">The operator before it; null for none.</param>
    /// <param name="sign">What its sign asks for; null without one.</param>
    /// <param name="query">Null when analysis removed it.</param>
    public void Add(ClassicTokenKind? conjunction, Occur? sign, Query? query)
    {
        if (conjunction == ClassicTokenKind.And) ChangeLast(Occur.Must);
        else if (conjunction == ClassicTokenKind.Or && _default == Occur.Must) ChangeLast(Occur.Should);
        if (query is null) return;
        Occur occur = conjunction switch { null => _default, ClassicTokenKind.And => Occur.Must, _ => Occur.Should };

        // Where all clauses are required, OR is stronger than +.
        if (sign == Occur.MustNot || (sign == Occur.Must && !(conjunction == ClassicTokenKind.Or && _default == Occur.Must))) occur = sign.Value;
        _clauses.Add(new BooleanClause(query, occur));
    }

    /// <summary>Adds what words without operators were analyzed to, one clause each where they became several.</summary>
    public void AddAdjacent(Query? query)
    {
        if (query is BooleanQuery several) _clauses.AddRange(several.Clauses);
        else if (query is not null) _clauses.Add(new BooleanClause(query, _default));
    }

    /// <summary>The query; null when there is no clause.</summary>
    /// <exception cref="QueryParseException">Too many clauses.</exception>
    public Query? Build(int position)
    {
        if (_clauses.Count == 0) return null;
        var builder = new BooleanQuery.Builder();
        try
        {
            foreach (BooleanClause clause in _clauses) builder.Add(clause);
        }
        catch (TooManyClausesException e)
        {
            throw new QueryParseException(e.Message, position, e);
        }

        return builder.Build();
    }

    private void ChangeLast(Occur occur)
    {
        if (_clauses.Count > 0 && _clauses[^1].Occur != Occur.MustNot) _clauses[^1] = _clauses[^1] with { Occur = occur };
    }
}
