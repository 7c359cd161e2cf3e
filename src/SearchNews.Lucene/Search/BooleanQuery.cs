using System.Collections.Immutable;
using System.Text;

namespace SearchNews.Lucene.Search;

/// <summary>
/// Combines other queries. Documents match when they match all <see cref="Occur.Must"/> and <see cref="Occur.Filter"/> clauses, no
/// <see cref="Occur.MustNot"/> clause, and at least <see cref="MinimumShouldMatch"/> of the <see cref="Occur.Should"/> clauses (at least one
/// when nothing is required).
/// </summary>
/// <remarks>
/// The score is the sum of the scoring clauses that match. Sums over clauses of one kind are made in double precision and rounded once; the
/// sum of the required and the sum of the optional clauses are added in float32. Equal when the clauses are, in any order.
/// </remarks>
public sealed partial class BooleanQuery : Query
{
    /// <summary>Most clauses a query can be built with.</summary>
    public const int MaxClauseCount = 1024;

    private readonly int _hashCode;

    internal BooleanQuery(ImmutableArray<BooleanClause> clauses, int minimumShouldMatch)
    {
        Clauses = clauses;
        MinimumShouldMatch = minimumShouldMatch;
        int hash = minimumShouldMatch;
        IsPureDisjunction = minimumShouldMatch <= 1;
        foreach (BooleanClause clause in clauses)
        {
            hash = unchecked(hash + clause.GetHashCode());
            IsPureDisjunction &= clause.Occur == Occur.Should;
        }

        _hashCode = HashCode.Combine(typeof(BooleanQuery), hash);
    }

    /// <summary>The clauses.</summary>
    public ImmutableArray<BooleanClause> Clauses { get; }

    /// <summary>How many <see cref="Occur.Should"/> clauses must match.</summary>
    public int MinimumShouldMatch { get; }

    /// <summary>True when all clauses are <see cref="Occur.Should"/> and any one of them is enough.</summary>
    internal bool IsPureDisjunction { get; }

    /// <inheritdoc/>
    public override Query Rewrite(Index.IndexReader reader) => BooleanRewriter.Rewrite(this, reader);

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) => SearchMemory.Take<BooleanWeight>().Set(this, searcher, scoreMode, boost);

    /// <inheritdoc/>
    public override string ToString(string defaultField)
    {
        var text = new StringBuilder();
        foreach (BooleanClause clause in Clauses)
        {
            if (text.Length > 0) text.Append(' ');
            string inner = clause.Query.ToString(defaultField);
            text.Append(clause.Sign).Append(clause.Query is BooleanQuery ? $"({inner})" : inner);
        }

        return MinimumShouldMatch > 0 ? $"({text})~{MinimumShouldMatch}" : text.ToString();
    }

    /// <inheritdoc/>
    public override bool Equals(Query? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is not BooleanQuery query || _hashCode != query._hashCode || MinimumShouldMatch != query.MinimumShouldMatch || Clauses.Length != query.Clauses.Length)
            return false;
        Dictionary<BooleanClause, int> counts = [];
        foreach (BooleanClause clause in Clauses) counts[clause] = counts.GetValueOrDefault(clause) + 1;
        foreach (BooleanClause clause in query.Clauses)
        {
            int left = counts.GetValueOrDefault(clause);
            if (left == 0) return false;
            counts[clause] = left - 1;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode() => _hashCode;
}
