using System.Collections.Immutable;

namespace SearchNews.Lucene.Search;

public sealed partial class BooleanQuery
{
    /// <summary>A query of clauses that must match, may match and so on.</summary>
    /// <exception cref="TooManyClausesException">More than <see cref="MaxClauseCount"/>.</exception>
    public static BooleanQuery Of(Occur occur, params IEnumerable<Query> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var builder = new Builder();
        foreach (Query query in queries) builder.Add(query, occur);
        return builder.Build();
    }

    /// <summary>Collects the clauses of a <see cref="BooleanQuery"/>. Belongs to one thread.</summary>
    public sealed class Builder
    {
        private readonly ImmutableArray<BooleanClause>.Builder _clauses = ImmutableArray.CreateBuilder<BooleanClause>();

        /// <summary>Clauses so far.</summary>
        public int Count => _clauses.Count;

        /// <summary>How many <see cref="Occur.Should"/> clauses must match; 0 by default.</summary>
        public int MinimumShouldMatch { get; set; }

        /// <summary>Adds a clause.</summary>
        /// <exception cref="TooManyClausesException">More than <see cref="MaxClauseCount"/>.</exception>
        public Builder Add(Query query, Occur occur)
        {
            ArgumentNullException.ThrowIfNull(query);
            return Add(new BooleanClause(query, occur));
        }

        /// <summary>Adds a clause.</summary>
        /// <exception cref="TooManyClausesException">More than <see cref="MaxClauseCount"/>.</exception>
        public Builder Add(BooleanClause clause)
        {
            ArgumentNullException.ThrowIfNull(clause);
            if (_clauses.Count == MaxClauseCount) throw new TooManyClausesException();
            _clauses.Add(clause);
            return this;
        }

        /// <summary>Sets <see cref="MinimumShouldMatch"/>.</summary>
        public Builder SetMinimumShouldMatch(int minimum)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(minimum);
            MinimumShouldMatch = minimum;
            return this;
        }

        /// <summary>The query.</summary>
        public BooleanQuery Build() => new(_clauses.ToImmutable(), MinimumShouldMatch);
    }
}
