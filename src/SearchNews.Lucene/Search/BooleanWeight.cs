using System.Runtime.InteropServices;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>The clauses of a boolean query bound to an index; <see cref="BooleanBulkScorers"/> chooses how they are collected in bulk.</summary>
internal sealed class BooleanWeight : Weight
{
    private readonly List<(BooleanClause Clause, Weight Weight)> _clauses = [];
    private BooleanQuery _query = null!;
    private ScoreMode _scoreMode;

    /// <summary>Binds the clauses to an index.</summary>
    public BooleanWeight Set(BooleanQuery query, IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        Query = _query = query;
        _scoreMode = scoreMode;
        _clauses.Clear();
        foreach (BooleanClause clause in query.Clauses) _clauses.Add((clause, clause.Query.CreateWeight(searcher, clause.IsScoring ? scoreMode : ScoreMode.CompleteNoScores, boost)));
        return this;
    }

    /// <inheritdoc/>
    public override Scorer? GetScorer(LeafReaderContext context)
    {
        var scorers = new BooleanScorers(_query.MinimumShouldMatch, _scoreMode);
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            Scorer? scorer = weight.GetScorer(context);
            if (scorer is not null) scorers.Add(scorer, clause.Occur);
            else if (clause.IsRequired) return null;
        }

        return scorers.Combine();
    }

    /// <inheritdoc/>
    public override BulkScorer? GetBulkScorer(LeafReaderContext context, ScoreMode scoreMode)
    {
        var bulk = new BooleanBulkScorers(CollectionsMarshal.AsSpan(_clauses), _query.MinimumShouldMatch, context, scoreMode);
        return bulk.TryGet(out BulkScorer? scorer) ? scorer : base.GetBulkScorer(context, scoreMode);
    }

    /// <inheritdoc/>
    public override Explanation Explain(LeafReaderContext context, int doc)
    {
        List<Explanation> matching = [];
        List<Explanation> missing = [];
        int optional = 0;
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            Explanation part = weight.Explain(context, doc);
            if (clause.Occur == Occur.MustNot)
            {
                if (part.IsMatch) missing.Add(Explanation.NoMatch($"excluded clause matches: {clause}", part));
            }
            else if (!part.IsMatch)
            {
                if (clause.IsRequired) missing.Add(Explanation.NoMatch($"required clause does not match: {clause}", part));
            }
            else
            {
                if (clause.Occur == Occur.Should) optional++;
                matching.Add(clause.IsScoring ? part : Explanation.Match(0f, $"filter, adds nothing: {clause}", part).Of(clause.Query));
            }
        }

        if (missing.Count > 0) return Explanation.NoMatch("conditions that are not met:", missing);
        string description = "sum of:";
        if (optional < _query.MinimumShouldMatch) description = $"{optional} optional clauses match, fewer than {_query.MinimumShouldMatch}";
        else if (matching.Count == 0) description = "no clause matches";
        return ScoreExplanation.OfScorer(GetScorer(context), doc, description, matching);
    }
}
