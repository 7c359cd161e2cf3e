using System.Diagnostics;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Documents that match at least one of several clauses, scored by their sum (doubles, rounded once), leaving out those that cannot reach the
/// lowest score wanted.
/// </summary>
/// <remarks>
/// Block-max MAXSCORE: the documents are cut into windows in which the clauses' bounds hold. In each window the clauses are put in order of
/// their bounds; those whose bounds together stay below the lowest score wanted are non-essential: a document that matches no other clause is
/// not even looked at. Candidates come from the essential clauses, and the others are moved to a candidate, highest bound first, only while
/// it may still make it. Sources: Turtle and Flood, Query evaluation: strategies and optimizations (1995); Chakrabarti and others, Interval-based
/// pruning for top-k processing (2011).
/// </remarks>
internal sealed class MaxScoreScorer : Scorer
{
    // In ascending order of the bounds in the current window; documents and bounds stand beside the scorers.
    private readonly Scorer[] _scorers;
    private readonly int[] _docs;
    private readonly float[] _bounds;

    // _boundSums[i] bounds the sum of clauses 0 to i - 1.
    private readonly double[] _boundSums;
    private float _minScore;
    private int _firstEssential;
    private int _upTo = -1;
    private int _doc = -1;
    private float _score;
    private bool _hasScore;

    /// <summary>Combines clauses.</summary>
    /// <param name="scorers">At least two, unpositioned.</param>
    public MaxScoreScorer(IReadOnlyList<Scorer> scorers)
    {
        _scorers = [.. scorers];
        _docs = new int[_scorers.Length];
        _docs.AsSpan().Fill(-1);
        _bounds = new float[_scorers.Length];
        _boundSums = new double[_scorers.Length + 1];
        Cost = scorers.Sum(scorer => scorer.Cost);
    }

    /// <inheritdoc/>
    public override int DocId => _doc;

    /// <inheritdoc/>
    public override long Cost { get; }

    /// <inheritdoc/>
    public override int NextDoc() => Advance(_doc + 1);

    /// <inheritdoc/>
    public override int Advance(int target)
    {
        while (true)
        {
            if (target > _upTo) target = NextCompetitiveWindow(target);
            int candidate = NextCandidate(target);
            if (candidate > _upTo)
            {
                if (_upTo != NoMoreDocs)
                {
                    // Another window has other essential clauses, so the candidate itself means nothing there.
                    target = _upTo + 1;
                    continue;
                }

                candidate = NoMoreDocs;
            }

            _doc = candidate;
            _hasScore = false;
            if (candidate == NoMoreDocs || _minScore <= 0 || IsCompetitive()) return candidate;
            target = candidate + 1;
        }
    }

    /// <inheritdoc/>
    public override float Score() => _hasScore ? _score : SumAll();

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        int upTo = NoMoreDocs;
        foreach (Scorer scorer in _scorers) upTo = Math.Min(upTo, ScoreBounds.AdvanceShallow(scorer, target));
        return upTo;
    }

    /// <inheritdoc/>
    public override float GetMaxScore(int upTo)
    {
        double sum = 0;
        foreach (Scorer scorer in _scorers) sum += ScoreBounds.MaxScore(scorer, upTo);
        return ScoreBounds.OfSum(sum, _scorers.Length);
    }

    /// <inheritdoc/>
    public override void SetMinCompetitiveScore(float minScore)
    {
        Debug.Assert(minScore >= _minScore, "the lowest score wanted never falls");
        _minScore = minScore;
        if (_upTo >= 0) FindEssential();
    }

    private int NextCompetitiveWindow(int target)
    {
        while (target != NoMoreDocs)
        {
            MoveWindow(target);
            if (_firstEssential < _scorers.Length) return target;
            target = _upTo == NoMoreDocs ? NoMoreDocs : _upTo + 1;
        }

        _upTo = NoMoreDocs;
        return target;
    }

    // The window ends with the first block of a clause that was essential before: the others hardly matter for its bounds, and frequent
    // words have short blocks.
    private void MoveWindow(int target)
    {
        int essential = _firstEssential < _scorers.Length ? _firstEssential : _scorers.Length - 1;
        _upTo = NoMoreDocs;
        for (int i = 0; i < _scorers.Length; i++)
        {
            int end = ScoreBounds.AdvanceShallow(_scorers[i], target);
            if (i >= essential) _upTo = Math.Min(_upTo, end);
        }

        for (int i = 0; i < _scorers.Length; i++) _bounds[i] = ScoreBounds.MaxScore(_scorers[i], _upTo);
        SortByBound();
        double sum = 0;
        for (int i = 0; i < _scorers.Length; i++) _boundSums[i + 1] = sum += _bounds[i];
        _firstEssential = 0;
        FindEssential();
    }

    private void FindEssential()
    {
        while (_firstEssential < _scorers.Length && ScoreBounds.OfSum(_boundSums[_firstEssential + 1], _scorers.Length) < _minScore) _firstEssential++;
    }

    private void SortByBound()
    {
        for (int i = 1; i < _scorers.Length; i++)
        {
            (Scorer scorer, int doc, float bound) = (_scorers[i], _docs[i], _bounds[i]);
            int at = i;
            for (; at > 0 && _bounds[at - 1] > bound; at--)
                (_scorers[at], _docs[at], _bounds[at]) = (_scorers[at - 1], _docs[at - 1], _bounds[at - 1]);
            (_scorers[at], _docs[at], _bounds[at]) = (scorer, doc, bound);
        }
    }

    // The first document from the target on that an essential clause matches. With none essential (the lowest score wanted rose within the
    // window) the rest of the window is skipped.
    private int NextCandidate(int target)
    {
        int candidate = NoMoreDocs;
        for (int i = _firstEssential; i < _docs.Length; i++)
        {
            int doc = _docs[i];
            if (doc < target) _docs[i] = doc = _scorers[i].Advance(target);
            candidate = Math.Min(candidate, doc);
        }

        return candidate;
    }

    // Adds up the score, giving up as soon as the clauses not yet looked at cannot lift it to the lowest score wanted.
    private bool IsCompetitive()
    {
        double sum = 0;
        for (int i = _docs.Length - 1; i >= 0; i--)
        {
            if (ScoreBounds.OfSum(sum + _boundSums[i + 1], _docs.Length) < _minScore) return false;
            sum += ScoreAtDoc(i);
        }

        _score = (float)sum;
        _hasScore = true;
        return _score >= _minScore;
    }

    private float SumAll()
    {
        double sum = 0;
        for (int i = 0; i < _docs.Length; i++) sum += ScoreAtDoc(i);
        _hasScore = true;
        return _score = (float)sum;
    }

    private float ScoreAtDoc(int index)
    {
        int doc = _docs[index];
        if (doc < _doc) _docs[index] = doc = _scorers[index].Advance(_doc);
        return doc == _doc ? _scorers[index].Score() : 0f;
    }
}
