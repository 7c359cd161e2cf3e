using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>Keeps the best hits: score descending, equal scores by document ascending.</summary>
public sealed class TopScoreDocCollector : Collector
{
    private readonly TopScoreHeap _heap = new();
    private readonly Leaf _leaf;
    private int _totalHitsThreshold;
    private long _afterKey;
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
        _leaf = new Leaf(this);
        Set(n, totalHitsThreshold, after);
    }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => _totalHitsThreshold == int.MaxValue ? ScoreMode.Complete : ScoreMode.TopScores;

    /// <summary>How many documents were found so far.</summary>
    public TotalHits TotalHits => new(_totalHits, _skipped ? TotalHitsRelation.GreaterThanOrEqualTo : TotalHitsRelation.EqualTo);

    /// <summary>What was found so far.</summary>
    public TopDocs GetTopDocs()
    {
        var hits = new ScoreDoc[_heap.Count];
        CopyTo(hits);
        return new TopDocs(TotalHits, hits);
    }

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _leaf.Set(context.DocBase);
    }

    /// <summary>Prepares another search; the parameters are the constructor's.</summary>
    internal TopScoreDocCollector Set(int n, int totalHitsThreshold, ScoreDoc? after)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(totalHitsThreshold);
        _heap.Set(n);
        _totalHitsThreshold = totalHitsThreshold;
        _afterKey = after is { } hit ? TopScoreHeap.Encode(hit.Doc, hit.Score) : long.MaxValue;
        _totalHits = 0;
        _skipped = false;
        _minScore = 0;
        return this;
    }

    /// <summary>Copies the hits found so far, the best first, and returns how many there are.</summary>
    /// <param name="hits">Room for as many as are kept.</param>
    internal int CopyTo(Span<ScoreDoc> hits)
    {
        _heap.CopyTo(hits);
        return _heap.Count;
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
        for (int i = Competitive.FindAbove(scores, 0, worst); i < scores.Length; i = Competitive.FindAbove(scores, i + 1, worst))
        {
            if (_heap.Add(docBase + docs[i], scores[i])) worst = _heap.Worst.Score;
        }

        RaiseMinScore();
    }

    private bool OnlyCounts(float score) => _heap.IsFull && score <= _heap.Worst.Score;

    private void Count(int docs)
    {
        _totalHits += docs;
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
        private int _docBase;

        public Leaf(TopScoreDocCollector owner) => _owner = owner;

        public Leaf Set(int docBase)
        {
            _docBase = docBase;
            MinCompetitiveScore = _owner._minScore;
            return this;
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

        public override bool OnlyCounts(float score) => _owner.OnlyCounts(score);

        public override void Count(int docs)
        {
            _owner.Count(docs);
            MinCompetitiveScore = _owner._minScore;
        }
    }
}
