using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>A weight that gives all matching documents the same score. Derive from it for filters of any kind.</summary>
public abstract class ConstantScoreWeight : Weight
{
    private readonly float _score;

    /// <summary>Sets the score.</summary>
    protected ConstantScoreWeight(Query query, float score)
        : base(query) => _score = score;

    /// <inheritdoc/>
    public sealed override Scorer? GetScorer(LeafReaderContext context) => GetIterator(context) is { } iterator ? new ConstantScoreScorer(iterator, _score) : null;

    /// <inheritdoc/>
    public override Explanation Explain(LeafReaderContext context, int doc)
    {
        return GetIterator(context) is { } iterator && iterator.Advance(doc) == doc
            ? Explanation.Match(_score, $"{Query} matches: the same score for all").Of(Query)
            : Explanation.NoMatch($"{Query} does not match");
    }

    /// <summary>The matching documents of a segment; null when there are none. May be a <see cref="Scorer"/> with two phases.</summary>
    protected abstract DocIdSetIterator? GetIterator(LeafReaderContext context);
}
