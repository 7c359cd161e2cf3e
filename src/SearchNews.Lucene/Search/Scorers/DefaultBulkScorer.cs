using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Collects by driving a scorer document by document, telling it what is still competitive.</summary>
internal sealed class DefaultBulkScorer : BulkScorer
{
    private readonly Scorer _scorer;
    private readonly ScoreMode _mode;
    private readonly TwoPhaseIterator? _twoPhase;
    private readonly DocIdSetIterator _approximation;
    private float _minScore;

    public DefaultBulkScorer(Scorer scorer, ScoreMode mode)
    {
        _scorer = scorer;
        _mode = mode;
        _twoPhase = scorer.TwoPhase;
        _approximation = _twoPhase?.Approximation ?? scorer;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        PassMinScore(collector);
        int doc = _approximation.DocId;
        if (doc < min) doc = _approximation.Advance(min);
        bool needsScores = _mode.NeedsScores();
        for (; doc < max; doc = _approximation.NextDoc())
        {
            if ((liveDocs is not null && !liveDocs[doc]) || (_twoPhase is not null && !_twoPhase.Matches())) continue;
            collector.Collect(doc, needsScores ? _scorer.Score() : 0f);
            PassMinScore(collector);
        }

        return doc;
    }

    private void PassMinScore(LeafCollector collector)
    {
        if (_mode != ScoreMode.TopScores || collector.MinCompetitiveScore <= _minScore) return;
        _minScore = collector.MinCompetitiveScore;
        _scorer.SetMinCompetitiveScore(_minScore);
    }
}
