using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects what a required clause finds in bulk, with the scores of optional clauses added: those summed in double and rounded, then added in float32, as <see cref="RequiredOptionalScorer"/>
/// does. The required clause leaves out what cannot compete even with the most that the others can add. Belongs to one thread.
/// </summary>
internal sealed class RequiredOptionalBulkScorer : BulkScorer
{
    private readonly Adder _adder;
    private BulkScorer _required = null!;
    private List<OptionalClause> _optional = [];
    private float _maxOptional;

    public RequiredOptionalBulkScorer() => _adder = new Adder(this);

    /// <summary>Combines clauses.</summary>
    /// <param name="required">Finds the documents.</param>
    /// <param name="optional">Add to their scores.</param>
    public RequiredOptionalBulkScorer Set(BulkScorer required, List<OptionalClause> optional)
    {
        _required = required;
        _optional = optional;
        double sum = 0;
        foreach (OptionalClause clause in optional) sum += clause.MaxScore;
        _maxOptional = ScoreBounds.OfSum(sum, optional.Count);
        _adder.Clear();
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        return _required.Score(_adder.Set(collector), liveDocs, min, max);
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
        private LeafCollector? _collector;

        public Adder(RequiredOptionalBulkScorer owner) => _owner = owner;

        public void Clear() => _collector = null;

        public Adder Set(LeafCollector collector)
        {
            if (ReferenceEquals(_collector, collector)) return this;
            _collector = collector;
            MinCompetitiveScore = 0;
            Follow();
            return this;
        }

        public override void Collect(int doc, float score)
        {
            float sum = score + _owner.OptionalScoreAt(doc);
            if (sum < _collector!.MinCompetitiveScore) return;
            _collector.Collect(doc, sum);
            Follow();
        }

        // What the required clause must score at least. The float32 sum is off by less than 2^-23 of itself, and a bound that is not above 0 bounds nothing.
        private void Follow()
        {
            double least = (_collector!.MinCompetitiveScore * (1 - (1.0 / (1 << 22)))) - _owner._maxOptional;
            if (least > MinCompetitiveScore) MinCompetitiveScore = (float)(least * (1 - (1.0 / (1 << 22))));
            IsTerminated = _collector.IsTerminated;
        }
    }
}
