using System.Globalization;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.QuerySyntax;

/// <summary>Matches the documents whose numeric doc value lies in a range, both ends inclusive; score 0. Lucene's slow range query, without points.</summary>
internal sealed class NumericRangeQuery : Query
{
    private readonly string _field;
    private readonly long _min;
    private readonly long _max;
    private readonly bool _isDouble;

    /// <summary>A range of integers.</summary>
    public NumericRangeQuery(string field, long min, long max)
        : this(field, min, max, isDouble: false)
    {
    }

    private NumericRangeQuery(string field, long min, long max, bool isDouble)
    {
        _field = field;
        _min = min;
        _max = max;
        _isDouble = isDouble;
    }

    /// <summary>A range of doubles, whose bits the doc values hold.</summary>
    public static NumericRangeQuery OfDouble(string field, double min, double max) =>
        new(field, Sortable(BitConverter.DoubleToInt64Bits(min)), Sortable(BitConverter.DoubleToInt64Bits(max)), isDouble: true);

    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) => new RangeWeight(this);

    public override string ToString(string defaultField) => string.Create(CultureInfo.InvariantCulture, $"{_field}:[{_min} TO {_max}]");

    public override bool Equals(Query? other) =>
        other is NumericRangeQuery range && range._field == _field && range._min == _min && range._max == _max && range._isDouble == _isDouble;

    public override int GetHashCode() => HashCode.Combine(_field, _min, _max, _isDouble);

    /// <summary>Bits of a double in an order that agrees with that of the doubles: the lower bits of negative ones are flipped.</summary>
    private static long Sortable(long bits) => bits ^ ((bits >> 63) & long.MaxValue);

    private bool Contains(long value)
    {
        if (_isDouble) value = Sortable(value);
        return value >= _min && value <= _max;
    }

    private sealed class RangeWeight(NumericRangeQuery query) : Weight(query)
    {
        public override Scorer? GetScorer(LeafReaderContext context) =>
            context.Reader.GetNumericDocValues(query._field) is { } values ? new RangeScorer(values, query) : null;

        public override Explanation Explain(LeafReaderContext context, int doc) =>
            context.Reader.GetNumericDocValues(query._field) is { } values && values.AdvanceExact(doc) && query.Contains(values.LongValue)
                ? Explanation.Match(0f, query.ToString())
                : Explanation.NoMatch($"{query} does not hold");
    }

    private sealed class RangeScorer : Scorer
    {
        private readonly NumericDocValues _values;
        private readonly NumericRangeQuery _query;

        public RangeScorer(NumericDocValues values, NumericRangeQuery query)
        {
            _values = values;
            _query = query;
            TwoPhase = new Check(this);
        }

        public override TwoPhaseIterator TwoPhase { get; }

        public override int DocId => _values.DocId;

        public override long Cost => _values.Cost;

        public override int NextDoc() => Settle(_values.NextDoc());

        public override int Advance(int target) => Settle(_values.Advance(target));

        public override float Score() => 0f;

        public override float GetMaxScore(int upTo) => 0f;

        private int Settle(int doc)
        {
            while (doc != NoMoreDocs && !_query.Contains(_values.LongValue)) doc = _values.NextDoc();
            return doc;
        }

        private sealed class Check(RangeScorer owner) : TwoPhaseIterator(owner._values)
        {
            public override bool Matches() => owner._query.Contains(owner._values.LongValue);

            public override float MatchCost => 2f;
        }
    }
}
