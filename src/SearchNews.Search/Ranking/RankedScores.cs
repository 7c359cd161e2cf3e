using SearchNews.Search.Embedded;

namespace SearchNews.Search.Ranking;

/// <summary>
/// Adds bonuses and priors to the text scores of one segment's documents: <c>text + pairs + exactTitle + quality + coverage + recency</c>, in single precision and in that order. Documents are
/// asked for in ascending order. Belongs to one thread.
/// </summary>
internal sealed class RankedScores
{
    // The five sums of a score and the bound itself are rounded, by at most 2^-24 of the wanted score each; one more for what is left of higher order.
    private const double Slack = 7.0 / (1 << 24);

    private readonly LeafBonuses _bonuses;
    private readonly Priors _priors;
    private readonly SignalColumns _columns;
    private readonly float _maxPairs;
    private readonly float _maxExactTitle;
    private readonly bool _hasBonuses;
    private readonly double _most;

    /// <summary>Prepares a segment.</summary>
    /// <param name="bonuses">What the order of words adds.</param>
    /// <param name="priors">What the articles' signals add.</param>
    /// <param name="columns">The signals.</param>
    public RankedScores(LeafBonuses bonuses, Priors priors, SignalColumns columns)
    {
        _bonuses = bonuses;
        _priors = priors;
        _columns = columns;
        _maxPairs = bonuses.MaxPairs;
        _maxExactTitle = bonuses.MaxExactTitle;
        _hasBonuses = _maxPairs > 0 || _maxExactTitle > 0;
        _most = (double)_maxPairs + _maxExactTitle + priors.MaxQuality + priors.MaxCoverage + priors.MaxRecency;
    }

    /// <summary>
    /// The score of a document; where that cannot reach the lowest one wanted, any value below it. Signals are only looked up where the greatest of all would reach it, positions where the greatest bonuses would.
    /// </summary>
    /// <param name="doc">The document.</param>
    /// <param name="text">Its text score.</param>
    /// <param name="minScore">The lowest score wanted.</param>
    public float Of(int doc, float text, float minScore)
    {
        if (Bound(text) < minScore) return text;
        float quality = _priors.Quality(_columns, doc);
        float coverage = _priors.Coverage(_columns, doc);
        float recency = _priors.Recency(_columns, doc);
        if (!_hasBonuses) return text + quality + coverage + recency;

        // Float addition never falls when a summand rises, so the greatest bonuses give a bound.
        float most = text + _maxPairs + _maxExactTitle + quality + coverage + recency;
        if (most < minScore) return text + quality + coverage + recency;
        return text + _bonuses.Pairs(doc) + _bonuses.ExactTitle(doc) + quality + coverage + recency;
    }

    /// <summary>A bound of the scores of documents whose text scores have this one.</summary>
    public float Bound(float text) => text + _maxPairs + _maxExactTitle + _priors.MaxQuality + _priors.MaxCoverage + _priors.MaxRecency;

    /// <summary>The lowest text score wanted; not positive when every one is.</summary>
    /// <param name="minScore">The lowest score wanted.</param>
    public float LeastText(float minScore) => LeastText(minScore, _most);

    /// <summary>No text score below this reaches the wanted score, whatever is added; not positive when any may.</summary>
    /// <param name="minScore">The wanted score.</param>
    /// <param name="most">The most that is added to the text, unrounded.</param>
    internal static float LeastText(float minScore, double most) => (float)((minScore * (1 - Slack)) - most);
}
