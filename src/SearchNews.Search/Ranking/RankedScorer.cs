using SearchNews.Lucene.Search;

namespace SearchNews.Search.Ranking;

/// <summary>The scorer of <see cref="RankedQuery"/>, document by document.</summary>
internal sealed class RankedScorer(Scorer text, RankedScores scores) : Scorer
{
    private float _minScore;

    public override int DocId => text.DocId;

    public override long Cost => text.Cost;

    public override TwoPhaseIterator? TwoPhase => text.TwoPhase;

    public override int NextDoc() => text.NextDoc();

    public override int Advance(int target) => text.Advance(target);

    public override int AdvanceShallow(int target) => text.AdvanceShallow(target);

    /// <summary>The score; where that cannot reach the lowest one wanted, any value below it.</summary>
    public override float Score() => scores.Of(text.DocId, text.Score(), _minScore);

    public override float GetMaxScore(int upTo) => scores.Bound(text.GetMaxScore(upTo));

    public override void SetMinCompetitiveScore(float minScore)
    {
        _minScore = minScore;
        float least = scores.LeastText(minScore);
        if (least > 0) text.SetMinCompetitiveScore(least);
    }
}
