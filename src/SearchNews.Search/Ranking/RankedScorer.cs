using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Ranking;

/// <summary>The scorer of <see cref="RankedQuery"/>. Float addition never falls when a summand rises, so adding the greatest priors to a bound of the text gives a bound of the whole.</summary>
internal sealed class RankedScorer : Scorer
{
    // The three sums of a score and the bound itself are rounded, by at most 2^-24 of the wanted score each; one more for what is left of higher order.
    private const double Slack = 5.0 / (1 << 24);

    private readonly Scorer _text;
    private readonly Priors _priors;
    private readonly SignalColumns _columns;

    public RankedScorer(Scorer text, Priors priors, SignalColumns columns)
    {
        _text = text;
        _priors = priors;
        _columns = columns;
    }

    public override int DocId => _text.DocId;

    public override long Cost => _text.Cost;

    public override TwoPhaseIterator? TwoPhase => _text.TwoPhase;

    public override int NextDoc() => _text.NextDoc();

    public override int Advance(int target) => _text.Advance(target);

    public override int AdvanceShallow(int target) => _text.AdvanceShallow(target);

    public override float Score()
    {
        int doc = _text.DocId;
        float score = _text.Score();
        score += _priors.Quality(_columns, doc);
        score += _priors.Coverage(_columns, doc);
        return score + _priors.Recency(_columns, doc);
    }

    public override float GetMaxScore(int upTo)
    {
        float score = _text.GetMaxScore(upTo);
        score += _priors.MaxQuality;
        score += _priors.MaxCoverage;
        return score + _priors.MaxRecency;
    }

    public override void SetMinCompetitiveScore(float minScore)
    {
        float least = LeastText(minScore, (double)_priors.MaxQuality + _priors.MaxCoverage + _priors.MaxRecency);
        if (least > 0) _text.SetMinCompetitiveScore(least);
    }

    /// <summary>No text score below this reaches the wanted score, whatever the priors add; not positive when any may.</summary>
    /// <param name="minScore">The wanted score.</param>
    /// <param name="mostPriors">The most that the priors add, unrounded.</param>
    internal static float LeastText(float minScore, double mostPriors) => (float)((minScore * (1 - Slack)) - mostPriors);
}
