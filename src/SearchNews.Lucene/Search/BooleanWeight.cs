using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>The clauses of a boolean query bound to an index.</summary>
internal sealed class BooleanWeight : Weight
{
    private readonly BooleanQuery _query;
    private readonly ScoreMode _scoreMode;
    private readonly (BooleanClause Clause, Weight Weight)[] _clauses;

    public BooleanWeight(BooleanQuery query, IndexSearcher searcher, ScoreMode scoreMode, float boost)
        : base(query)
    {
        _query = query;
        _scoreMode = scoreMode;
        _clauses = [.. query.Clauses.Select(clause => (clause, clause.Query.CreateWeight(searcher, clause.IsScoring ? scoreMode : ScoreMode.CompleteNoScores, boost)))];
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
        if (TryGetConjunction(context, out BulkScorer? conjunction)) return conjunction;
        if (IsOneRequiredAndOptional()) return GetRequiredOptional(context, scoreMode);
        if (_query.Clauses.Any(clause => clause.IsRequired)) return base.GetBulkScorer(context, scoreMode);
        int minimum = Math.Max(1, _query.MinimumShouldMatch);
        if (scoreMode == ScoreMode.TopScores && minimum > 1) return base.GetBulkScorer(context, scoreMode);
        WindowClause[] optional = GetWindowClauses(context, Occur.Should);
        if (optional.Length < minimum) return null;

        // Clauses that all have to match are better led by the rarest of them, and a single one needs no sums.
        if (optional.Length == minimum) return base.GetBulkScorer(context, scoreMode);
        WindowClause[] excluded = GetWindowClauses(context, Occur.MustNot);
        return scoreMode == ScoreMode.TopScores ? new MaxScoreBulkScorer(optional, excluded, context.Reader.MaxDoc) : new WindowBulkScorer(optional, excluded, minimum, scoreMode);
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

    /// <summary>Terms that are all required are intersected in bulk, and what else is required or excluded is asked about what they have in common.</summary>
    /// <returns>False when the clauses are others, or are better led by what is no term.</returns>
    private bool TryGetConjunction(LeafReaderContext context, out BulkScorer? scorer)
    {
        scorer = null;
        if (!IsConjunctionOfTerms()) return false;
        var terms = new List<ConjunctionTerm>();
        var checks = new List<DocCheck>();
        long cheapest = long.MaxValue;
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            if (clause.IsRequired && weight is TermWeight termWeight)
            {
                if (termWeight.GetConjunctionTerm(context) is not { } term) return true;
                if (term.Postings is not BlockPostingsEnum) return false;
                terms.Add(term);
            }
            else if (weight.GetScorer(context) is { } other)
            {
                if (clause.IsRequired) cheapest = Math.Min(cheapest, other.Cost);
                checks.Add(new DocCheck(other, excludes: !clause.IsRequired));
            }
            else if (clause.IsRequired)
            {
                return true;
            }
        }

        if (cheapest < terms.Min(term => term.Postings.Cost)) return false;
        scorer = new ConjunctionBulkScorer(terms, [.. checks], _scoreMode);
        return true;
    }

    // Optional clauses add to scores, and others than terms may be scored: that is for scorers.
    private bool IsConjunctionOfTerms()
    {
        if (_query.MinimumShouldMatch > 0) return false;
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
        foreach (BooleanClause clause in _query.Clauses)
        {
            if (clause.Occur == Occur.Must) required++;
            else if (clause.Occur != Occur.Should) return false;
        }

        return required == 1 && _query.Clauses.Length > 1 && _query.MinimumShouldMatch == 0;
    }

    private BulkScorer? GetRequiredOptional(LeafReaderContext context, ScoreMode scoreMode)
    {
        BulkScorer? required = null;
        var optional = new List<OptionalClause>();
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            if (clause.IsRequired) required = weight.GetBulkScorer(context, scoreMode);
            else if (scoreMode.NeedsScores() && GetOptionalClause(weight, context) is { } added) optional.Add(added);
        }

        return required is null || optional.Count == 0 ? required : new RequiredOptionalBulkScorer(required, [.. optional]);
    }

    private static OptionalClause? GetOptionalClause(Weight weight, LeafReaderContext context)
    {
        if (weight is TermWeight term) return term.GetOptionalClause(context);
        return weight.GetScorer(context) is { } scorer ? new OptionalScorerClause(scorer) : null;
    }

    private WindowClause[] GetWindowClauses(LeafReaderContext context, Occur occur)
    {
        var clauses = new List<WindowClause>();
        foreach ((BooleanClause clause, Weight weight) in _clauses)
        {
            if (clause.Occur != occur) continue;
            if (weight is TermWeight term)
            {
                if (term.GetBlocks(context, out ImpactsBound? bound) is { } blocks) clauses.Add(new TermWindowClause(blocks, bound));
            }
            else if (weight.GetScorer(context) is { } scorer)
            {
                clauses.Add(new ScorerWindowClause(scorer));
            }
        }

        return [.. clauses];
    }
}
