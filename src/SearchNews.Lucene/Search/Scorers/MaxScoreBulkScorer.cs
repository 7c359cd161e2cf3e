using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents of a disjunction that may still enter the best hits: until the collector asks for a lowest score, all of them; then, in each window of
/// documents, those that can reach it. Belongs to one thread.
/// </summary>
/// <remarks>
/// MAXSCORE in bulk: tiers of clauses whose bounds together stay below the lowest score wanted are not essential (<see cref="EssentialTiers"/>), for no document can make it on them alone. The scores of
/// the essential ones are added up for a whole window, block by block; what the others could still lift to the lowest score is a candidate, and they are asked for their
/// scores one after the other, highest bound first. Sums are made in double and rounded once. Sources: Turtle and Flood, Query evaluation: strategies and optimizations (1995); the
/// windows are those of Strohman and Croft, Efficient document retrieval in main memory (2007).
/// </remarks>
internal sealed class MaxScoreBulkScorer : BulkScorer
{
    // Bounds are asked for once in so many documents: finding them takes as long as scoring some hundred documents.
    private const int DocsBetweenBounds = 1 << 16;

    private readonly WindowBulkScorer _all = new();
    private readonly EssentialTiers _essential = new();
    private WindowClause[] _clauses = [];
    private int _count;
    private List<WindowClause> _excluded = [];
    private ScoringBuffers _buffers = null!;
    private SumWindow _window = null!;
    private int[] _docs = [];
    private double[] _sums = [];
    private float[] _scores = [];
    private PairBulkScorer? _pair;
    private float _minScore;

    /// <summary>Combines clauses.</summary>
    /// <param name="clauses">At least one, unpositioned.</param>
    /// <param name="excluded">Documents of these are left out.</param>
    public MaxScoreBulkScorer Set(List<WindowClause> clauses, List<WindowClause> excluded)
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
        _essential.Set(_clauses, _count);
        _pair = _count == 2 && excluded.Count == 0 ? PairBulkScorer.For(_clauses[0], _clauses[1]) : null;
        _minScore = 0;
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
            if (_pair?.CanScore(collector.MinCompetitiveScore) == true) return _pair.Score(collector, liveDocs, min, max);
            int end = (int)Math.Min(max, (long)min + DocsBetweenBounds);
            _essential.FindBounds(min, end - 1);
            min = ScoreEssential(collector, liveDocs, min, end);
        }

        return min;
    }

    /// <inheritdoc/>
    public override void Release() => _buffers.Return();

    // Scores the windows up to the end, and gives it: clauses that have no document before it may have some behind it.
    private int ScoreEssential(LeafCollector collector, Bits? liveDocs, int min, int end)
    {
        float chosenFor = 0;
        while (min < end)
        {
            _minScore = Math.Max(_minScore, collector.MinCompetitiveScore);
            if (_minScore > chosenFor) _essential.Choose(chosenFor = _minScore);
            int next = NextEssential(min);
            if (next >= end) break;
            min = (int)Math.Min(end, (long)next + SumWindow.Size);
            ScoreWindowOf(collector, liveDocs, next, min);
        }

        return end;
    }

    private int NextEssential(int min)
    {
        int next = DocIdSetIterator.NoMoreDocs;
        for (int i = 0; i < _count; i++)
        {
            int tiers = _essential.TiersOf(i);
            if (tiers > 0) next = Math.Min(next, _clauses[i].Advance(min, tiers));
        }

        return next;
    }

    private void ScoreWindowOf(LeafCollector collector, Bits? liveDocs, int start, int end)
    {
        if (_essential.OnlyClause >= 0 && TryTakeFrom(_essential.OnlyClause, collector, liveDocs, start, end)) return;
        _window.Base = start;
        for (int i = 0; i < _count; i++)
        {
            int tiers = _essential.TiersOf(i);
            if (tiers > 0) _clauses[i].AddTo(_window, end, tiers);
        }

        double lowest = LowestSum(_essential.RestSum);
        bool isMore;
        do
        {
            isMore = _window.Drain(lowest, _docs, _sums, out int count);
            if (count > 0) Complete(collector, liveDocs, count);
        }
        while (isMore);
    }

    // What only one clause finds need not be added up.
    private bool TryTakeFrom(int clause, LeafCollector collector, Bits? liveDocs, int start, int end)
    {
        int tiers = _essential.TiersOf(clause);
        double lowest = LowestSum(_essential.RestSum);
        while (_clauses[clause].Advance(start, tiers) < end)
        {
            if (!_clauses[clause].TryTake(end, tiers, lowest, _docs, _sums, out int count)) return false;
            if (count > 0) Complete(collector, liveDocs, count);
        }

        return true;
    }

    // A sum below this stays below the lowest score wanted, whatever is added up to the bound: rounding to float32 gains at most half of 2^-23, the additions much less.
    // It is above 0, the sum of documents that no essential clause matches.
    private double LowestSum(double bound) => Math.Max((_minScore * (1 - (1.0 / (1 << 22)))) - bound, double.Epsilon);

    // Adds what the tiers that are not essential have to those candidates that they may still lift to the lowest score, and collects what does.
    private void Complete(LeafCollector collector, Bits? liveDocs, int count)
    {
        double rest = _essential.RestSum;
        foreach ((int clause, float maxScore) in _essential.Others)
        {
            count = KeepFrom(LowestSum(rest), count);
            if (count == 0) return;
            _clauses[clause].AddTo(_docs.AsSpan(0, count), _sums.AsSpan(0, count), _essential.TiersOf(clause));
            rest -= maxScore;
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

    // Without a branch that depends on the sums.
    private int KeepFrom(double lowest, int count)
    {
        int kept = 0;
        for (int c = 0; c < count; c++)
        {
            double sum = _sums[c];
            _docs[kept] = _docs[c];
            _sums[kept] = sum;
            kept += sum >= lowest ? 1 : 0;
        }

        return kept;
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
