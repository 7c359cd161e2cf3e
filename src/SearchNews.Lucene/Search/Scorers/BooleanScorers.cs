namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Combines the scorers that the clauses of a boolean query have in one segment.</summary>
/// <remarks>How sums are nested, and so how they round, depends on which clauses the segment has at all; this is Lucene's behaviour.</remarks>
internal sealed class BooleanScorers
{
    private readonly List<Scorer> _must = [];
    private readonly List<Scorer> _filter = [];
    private readonly List<Scorer> _should = [];
    private readonly List<Scorer> _mustNot = [];
    private readonly ScoreMode _scoreMode;
    private int _minimumShouldMatch;

    public BooleanScorers(int minimumShouldMatch, ScoreMode scoreMode)
    {
        _minimumShouldMatch = minimumShouldMatch;
        _scoreMode = scoreMode;
    }

    /// <summary>Adds the scorer of a clause.</summary>
    public void Add(Scorer scorer, Occur occur)
    {
        List<Scorer> list = occur switch { Occur.Must => _must, Occur.Filter => _filter, Occur.Should => _should, _ => _mustNot };
        list.Add(scorer);
    }

    /// <summary>The scorer of the whole query; null when nothing can match.</summary>
    public Scorer? Combine()
    {
        if (_should.Count < _minimumShouldMatch) return null;
        if (_should.Count == _minimumShouldMatch)
        {
            // Optional clauses that all have to match are required.
            _must.AddRange(_should);
            _should.Clear();
            _minimumShouldMatch = 0;
        }

        bool hasRequired = _must.Count + _filter.Count > 0;
        if (!hasRequired && _should.Count == 0) return null;
        if (!_scoreMode.NeedsScores() && _minimumShouldMatch == 0 && hasRequired) _should.Clear();
        if (!hasRequired) return Exclude(Optional());
        if (_should.Count == 0) return Exclude(Required());
        if (_minimumShouldMatch == 0) return new RequiredOptionalScorer(Exclude(Required()), Optional());
        Scorer[] both = [Exclude(Required()), Optional()];
        return new ConjunctionScorer(both, both, _scoreMode);
    }

    private Scorer Required()
    {
        if (_filter.Count == 0 && _must.Count == 1) return _must[0];
        return new ConjunctionScorer([.. _filter, .. _must], _must, _scoreMode);
    }

    private Scorer Optional()
    {
        if (_should.Count == 1) return _should[0];
        if (_minimumShouldMatch > 1) return new MinShouldMatchScorer(_should, _minimumShouldMatch, _scoreMode);
        return _scoreMode == ScoreMode.TopScores ? new MaxScoreScorer(_should) : new DisjunctionScorer(_should, tieBreaker: 1f, _scoreMode);
    }

    private Scorer Exclude(Scorer scorer)
    {
        if (_mustNot.Count == 0) return scorer;
        return new ExclusionScorer(scorer, _mustNot.Count == 1 ? _mustNot[0] : new DisjunctionScorer(_mustNot, tieBreaker: 0f, ScoreMode.CompleteNoScores));
    }
}
