using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents of a disjunction that may still enter the best hits: until the collector asks for a lowest score, all of them; then, in each window of
/// documents, those that can reach it. Belongs to one thread.
/// </summary>
/// <remarks>
/// MAXSCORE in bulk: clauses whose bounds together stay below the lowest score wanted are not essential, for no document can make it on them alone. The scores of
/// the essential ones are added up for a whole window, block by block; what the others could still lift to the lowest score is a candidate, and they are asked for their
/// scores one after the other, highest bound first. Sums are made in double and rounded once. Sources: Turtle and Flood, Query evaluation: strategies and optimizations (1995); the
/// windows are those of Strohman and Croft, Efficient document retrieval in main memory (2007).
/// </remarks>
internal sealed class MaxScoreBulkScorer : BulkScorer
{
    // Bounds are asked for once in so many documents: finding them takes as long as scoring some hundred documents.
    private const int DocsBetweenBounds = 16 * SumWindow.Size;

    // Looking for a candidate in a clause takes as long as scoring so many of its documents in bulk.
    private const int CostOfCandidate = 8;

    private readonly WindowBulkScorer _all = new();
    private WindowClause[] _clauses = []; // ascending by their bounds
    private int _count;
    private List<WindowClause> _excluded = [];
    private ScoringBuffers _buffers = null!;
    private SumWindow _window = null!;
    private float[] _bounds = [];
    private double[] _boundSums = []; // [i] bounds the sum of clauses 0 to i - 1
    private int[] _docs = [];
    private double[] _sums = [];
    private float[] _scores = [];
    private double[] _postingsOfWindow = []; // about how many documents a clause has in a window
    private int[] _candidates = []; // most candidates of a window that a clause was asked for, since bounds were found
    private double _windowShare;
    private float _minScore;
    private int _firstEssential;

    /// <summary>Combines clauses.</summary>
    /// <param name="clauses">At least two, unpositioned.</param>
    /// <param name="excluded">Documents of these are left out.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public MaxScoreBulkScorer Set(List<WindowClause> clauses, List<WindowClause> excluded, int maxDoc)
    {
        _count = clauses.Count;
        SearchMemory.Fit(ref _clauses, _count);
        clauses.CopyTo(_clauses);
        _excluded = excluded;
        _buffers = ScoringBuffers.Take();
        _window = _buffers.Sums;
        _docs = _buffers.Docs;
        _sums = _buffers.DocSums;
        _scores = _buffers.Scores;
        _all.Set(clauses, excluded, minimum: 1, ScoreMode.Complete, _buffers.Matches);
        SearchMemory.Fit(ref _bounds, _count);
        SearchMemory.Fit(ref _boundSums, _count + 1);
        SearchMemory.Fit(ref _postingsOfWindow, _count);
        SearchMemory.Fit(ref _candidates, _count);
        _windowShare = (double)SumWindow.Size / maxDoc;
        _minScore = 0;
        _firstEssential = 0;
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        while (min < max && collector.MinCompetitiveScore <= 0)
        {
            if (collector.IsTerminated) return min;
            min = _all.Score(collector, liveDocs, min, (int)Math.Min(max, (long)min + ScoreWindow.Size));
        }

        while (min < max)
        {
            int end = (int)Math.Min(max, (long)min + DocsBetweenBounds);
            FindBounds(min, end - 1);
            min = ScoreEssential(collector, liveDocs, min, end);
        }

        return min;
    }

    /// <inheritdoc/>
    public override void Release() => _buffers.Return();

    // Scores the windows up to the end, and gives the next document to look at.
    private int ScoreEssential(LeafCollector collector, Bits? liveDocs, int min, int end)
    {
        _candidates.AsSpan(0, _count).Clear();
        while (min < end)
        {
            if (collector.MinCompetitiveScore > _minScore) _minScore = collector.MinCompetitiveScore;
            FindEssential();
            int next = NextEssential(min);
            if (next >= end) return _firstEssential == 0 ? next : end;
            int windowEnd = (int)Math.Min(end, (long)next + SumWindow.Size);
            int count = FindCandidates(next, windowEnd);
            if (count > 0) Complete(collector, liveDocs, count);
            min = windowEnd;
        }

        return min;
    }

    private int FindCandidates(int start, int end)
    {
        double lowest = LowestSum(_boundSums[_firstEssential]);
        if (_firstEssential == _count - 1) return _clauses[_count - 1].Take(MathF.BitDecrement((float)lowest), end, _docs, _sums);
        _window.Base = start;
        for (int i = _firstEssential; i < _count; i++) _clauses[i].AddTo(_window, end);
        return _window.Drain(lowest, _docs, _sums);
    }

    private int NextEssential(int min)
    {
        int next = DocIdSetIterator.NoMoreDocs;
        for (int i = _firstEssential; i < _count; i++) next = Math.Min(next, _clauses[i].Advance(min));
        return next;
    }

    private void FindBounds(int from, int upTo)
    {
        for (int i = 0; i < _count; i++) _bounds[i] = _clauses[i].GetMaxScore(from, upTo);
        _bounds.AsSpan(0, _count).Sort(_clauses.AsSpan(0, _count));
        double sum = 0;
        for (int i = 0; i < _count; i++)
        {
            _boundSums[i + 1] = sum += _bounds[i];
            _postingsOfWindow[i] = _clauses[i].Cost * _windowShare;
        }
    }

    // Clauses that are not essential are scored like the others all the same while so many candidates have to be looked for in them that this takes longer.
    private void FindEssential()
    {
        int first = 0;
        while (first < _count && ScoreBounds.OfSum(_boundSums[first + 1], _count) < _minScore) first++;
        if (first < _count)
        {
            while (first > 0 && _candidates[first - 1] * CostOfCandidate > _postingsOfWindow[first - 1]) first--;
        }

        _firstEssential = first;
    }

    // A sum below this stays below the lowest score wanted, whatever is added up to the bound: rounding to float32 gains at most half of 2^-23, the additions much less.
    // It is above 0, the sum of documents that no essential clause matches.
    private double LowestSum(double bound) => Math.Max((_minScore * (1 - (1.0 / (1 << 22)))) - bound, double.Epsilon);

    // Adds the scores of the other clauses to those candidates that they may still lift to the lowest score, and collects what does.
    private void Complete(LeafCollector collector, Bits? liveDocs, int count)
    {
        for (int i = _firstEssential - 1; i >= 0 && count > 0; i--)
        {
            double lowest = LowestSum(_boundSums[i + 1]);
            int kept = 0;
            for (int c = 0; c < count; c++)
            {
                if (_sums[c] < lowest) continue;
                _docs[kept] = _docs[c];
                _sums[kept++] = _sums[c];
            }

            count = kept;
            _candidates[i] = Math.Max(_candidates[i], count);
            _clauses[i].AddTo(_docs.AsSpan(0, count), _sums.AsSpan(0, count));
        }

        int collected = 0;
        for (int c = 0; c < count; c++)
        {
            float score = (float)_sums[c];
            if (score < _minScore || !IsWanted(_docs[c], liveDocs)) continue;
            _docs[collected] = _docs[c];
            _scores[collected++] = score;
        }

        if (collected > 0) collector.Collect(_docs.AsSpan(0, collected), _scores.AsSpan(0, collected));
    }

    private bool IsWanted(int doc, Bits? liveDocs)
    {
        if (liveDocs is not null && !liveDocs[doc]) return false;
        foreach (WindowClause clause in _excluded)
        {
            if (clause.Advance(doc) == doc) return false;
        }

        return true;
    }
}
