using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects what a required clause finds in bulk, with the scores of optional clauses added: those summed in double and rounded, then added in float32, as <see cref="RequiredOptionalScorer"/>
/// does. The required clause leaves out what cannot compete even with the most that the others can add. Belongs to one thread.
/// </summary>
internal sealed class RequiredOptionalBulkScorer : BulkScorer
{
    private readonly BulkScorer _required;
    private readonly OptionalClause[] _optional;
    private readonly float _maxOptional;
    private Adder? _adder;

    /// <summary>Combines clauses.</summary>
    /// <param name="required">Finds the documents.</param>
    /// <param name="optional">Add to their scores.</param>
    public RequiredOptionalBulkScorer(BulkScorer required, OptionalClause[] optional)
    {
        _required = required;
        _optional = optional;
        double sum = 0;
        foreach (OptionalClause clause in optional) sum += clause.MaxScore;
        _maxOptional = ScoreBounds.OfSum(sum, optional.Length);
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        if (_adder is null || !_adder.IsFor(collector)) _adder = new Adder(this, collector);
        return _required.Score(_adder, liveDocs, min, max);
    }

    /// <inheritdoc/>
    public override void Release() => _required.Release();

    private float OptionalScoreAt(int doc)
    {
        double sum = 0;
        foreach (OptionalClause clause in _optional) sum += clause.ScoreAt(doc);
        return (float)sum;
    }

    private sealed class Adder : LeafCollector
    {
        private readonly RequiredOptionalBulkScorer _owner;
        private readonly LeafCollector _collector;

        public Adder(RequiredOptionalBulkScorer owner, LeafCollector collector)
        {
            _owner = owner;
            _collector = collector;
            Follow();
        }

        public bool IsFor(LeafCollector collector) => ReferenceEquals(_collector, collector);

        public override void Collect(int doc, float score)
        {
            float sum = score + _owner.OptionalScoreAt(doc);
            if (sum < _collector.MinCompetitiveScore) return;
            _collector.Collect(doc, sum);
            Follow();
        }

        // What the required clause must score at least. The float32 sum is off by less than 2^-23 of itself, and a bound that is not above 0 bounds nothing.
        private void Follow()
        {
            double least = (_collector.MinCompetitiveScore * (1 - (1.0 / (1 << 22)))) - _owner._maxOptional;
            if (least > MinCompetitiveScore) MinCompetitiveScore = (float)(least * (1 - (1.0 / (1 << 22))));
            IsTerminated = _collector.IsTerminated;
        }
    }
}
