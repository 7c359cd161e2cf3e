using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Ranking;

/// <summary>
/// The scorer of <see cref="RankedQuery"/>. Float addition never falls when a summand rises, so adding the greatest bonuses and priors to a bound of the text gives a
/// bound of the whole. Positions are only read for documents that the greatest bonuses would make competitive.
/// </summary>
internal sealed class RankedScorer : Scorer
{
    // The five sums of a score and the bound itself are rounded, by at most 2^-24 of the wanted score each; one more for what is left of higher order.
    private const double Slack = 7.0 / (1 << 24);

    private readonly Scorer _text;
    private readonly LeafBonuses _bonuses;
    private readonly Priors _priors;
    private readonly SignalColumns _columns;
    private readonly float _maxPairs;
    private readonly float _maxExactTitle;
    private readonly bool _hasBonuses;
    private float _minScore;

    public RankedScorer(Scorer text, LeafBonuses bonuses, Priors priors, SignalColumns columns)
    {
        _text = text;
        _bonuses = bonuses;
        _priors = priors;
        _columns = columns;
        _maxPairs = bonuses.MaxPairs;
        _maxExactTitle = bonuses.MaxExactTitle;
        _hasBonuses = _maxPairs > 0 || _maxExactTitle > 0;
    }

    public override int DocId => _text.DocId;

    public override long Cost => _text.Cost;

    public override TwoPhaseIterator? TwoPhase => _text.TwoPhase;

    public override int NextDoc() => _text.NextDoc();

    public override int Advance(int target) => _text.Advance(target);

    public override int AdvanceShallow(int target) => _text.AdvanceShallow(target);

    /// <summary>The score; where that cannot reach the lowest one wanted, any value below it.</summary>
    public override float Score()
    {
        int doc = _text.DocId;
        float text = _text.Score();
        float quality = _priors.Quality(_columns, doc);
        float coverage = _priors.Coverage(_columns, doc);
        float recency = _priors.Recency(_columns, doc);
        if (!_hasBonuses) return text + quality + coverage + recency;
        float most = text + _maxPairs + _maxExactTitle + quality + coverage + recency;
        if (most < _minScore) return text + quality + coverage + recency;
        return text + _bonuses.Pairs(doc) + _bonuses.ExactTitle(doc) + quality + coverage + recency;
    }

    public override float GetMaxScore(int upTo) =>
        _text.GetMaxScore(upTo) + _maxPairs + _maxExactTitle + _priors.MaxQuality + _priors.MaxCoverage + _priors.MaxRecency;

    public override void SetMinCompetitiveScore(float minScore)
    {
        _minScore = minScore;
        double most = (double)_maxPairs + _maxExactTitle + _priors.MaxQuality + _priors.MaxCoverage + _priors.MaxRecency;
        float least = LeastText(minScore, most);
        if (least > 0) _text.SetMinCompetitiveScore(least);
    }

    /// <summary>No text score below this reaches the wanted score, whatever is added; not positive when any may.</summary>
    /// <param name="minScore">The wanted score.</param>
    /// <param name="most">The most that is added to the text, unrounded.</param>
    internal static float LeastText(float minScore, double most) => (float)((minScore * (1 - Slack)) - most);
}
