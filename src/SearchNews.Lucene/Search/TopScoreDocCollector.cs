using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Keeps the best hits: score descending, equal scores by document ascending.</summary>
public sealed class TopScoreDocCollector : Collector
{
    private readonly TopScoreHeap _heap;
    private readonly int _totalHitsThreshold;
    private readonly long _afterKey;
    private int _totalHits;
    private bool _skipped;
    private float _minScore;

    /// <summary>Prepares a search.</summary>
    /// <param name="n">How many hits to keep, at least 1.</param>
    /// <param name="totalHitsThreshold">Matches are counted exactly up to this number; beyond it documents that cannot enter the top
    /// <paramref name="n"/> may be skipped. <see cref="int.MaxValue"/> counts all.</param>
    /// <param name="after">The last hit of the page before; only hits after it are kept, all are counted. Null for the first page.</param>
    public TopScoreDocCollector(int n, int totalHitsThreshold = int.MaxValue, ScoreDoc? after = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(totalHitsThreshold);
        _heap = new TopScoreHeap(n);
        _totalHitsThreshold = totalHitsThreshold;
        _afterKey = after is { } hit ? TopScoreHeap.Encode(hit.Doc, hit.Score) : long.MaxValue;
    }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => _totalHitsThreshold == int.MaxValue ? ScoreMode.Complete : ScoreMode.TopScores;

    /// <summary>What was found so far.</summary>
    public TopDocs GetTopDocs() =>
        new(new TotalHits(_totalHits, _skipped ? TotalHitsRelation.GreaterThanOrEqualTo : TotalHitsRelation.EqualTo), _heap.ToSortedArray());

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new Leaf(this, context.DocBase);
    }

    private void Collect(int doc, float score)
    {
        _totalHits++;
        if (TopScoreHeap.Encode(doc, score) >= _afterKey) return;
        if (_heap.Add(doc, score) || _totalHits == _totalHitsThreshold + 1L) RaiseMinScore();
    }

    private void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, int docBase)
    {
        _totalHits += docs.Length;
        float worst = _heap.IsFull ? _heap.Worst.Score : float.NegativeInfinity;
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i] > worst && _heap.Add(docBase + docs[i], scores[i])) worst = _heap.Worst.Score;
        }

        RaiseMinScore();
    }

    // Documents come in ascending order, so a later one with the score of the worst hit kept loses the tie.
    private void RaiseMinScore()
    {
        if (!_heap.IsFull || _totalHits <= _totalHitsThreshold) return;
        _minScore = float.BitIncrement(_heap.Worst.Score);
        _skipped = true;
    }

    private sealed class Leaf : LeafCollector
    {
        private readonly TopScoreDocCollector _owner;
        private readonly int _docBase;

        public Leaf(TopScoreDocCollector owner, int docBase)
        {
            _owner = owner;
            _docBase = docBase;
            MinCompetitiveScore = owner._minScore;
        }

        public override void Collect(int doc, float score)
        {
            _owner.Collect(_docBase + doc, score);
            MinCompetitiveScore = _owner._minScore;
        }

        public override void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            if (_owner._afterKey == long.MaxValue)
            {
                _owner.Collect(docs, scores, _docBase);
                MinCompetitiveScore = _owner._minScore;
            }
            else
            {
                base.Collect(docs, scores);
            }
        }
    }
}
