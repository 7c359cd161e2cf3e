using System.Globalization;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Matches the documents whose numeric doc value lies in a range, both ends inclusive; score 0.</summary>
/// <remarks>There are no points, so every document with a value is looked at: Lucene's slow range query. Meant as a filter beside something rarer.</remarks>
public sealed class NumericRangeQuery : Query
{
    private readonly string _field;
    private readonly long _min;
    private readonly long _max;
    private readonly bool _isDouble;

    /// <summary>A range of integers.</summary>
    /// <param name="field">A field with NUMERIC doc values.</param>
    /// <param name="min">Lowest value, inclusive.</param>
    /// <param name="max">Highest value, inclusive.</param>
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

    /// <summary>A range of doubles, whose bits the doc values hold (<see cref="Documents.NumericDocValuesField.OfDouble"/>). Negative zero is below zero, NaN above infinity.</summary>
    /// <param name="field">A field with NUMERIC doc values.</param>
    /// <param name="min">Lowest value, inclusive.</param>
    /// <param name="max">Highest value, inclusive.</param>
    public static NumericRangeQuery OfDouble(string field, double min, double max) =>
        new(field, Sortable(BitConverter.DoubleToInt64Bits(min)), Sortable(BitConverter.DoubleToInt64Bits(max)), isDouble: true);

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) => new RangeWeight(this);

    /// <inheritdoc/>
    public override string ToString(string defaultField) => string.Create(CultureInfo.InvariantCulture, $"{_field}:[{_min} TO {_max}]");

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is NumericRangeQuery range && range._field == _field && range._min == _min && range._max == _max && range._isDouble == _isDouble;

    /// <inheritdoc/>
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
