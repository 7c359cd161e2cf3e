using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects all documents that match at least a number of clauses, and none of others: window by window, clause after clause, so that no document is
/// looked for in every clause. Sums are made in double and rounded once.
/// </summary>
internal sealed class WindowBulkScorer : BulkScorer
{
    private List<WindowClause> _clauses = [];
    private List<WindowClause> _excluded = [];
    private ScoreWindow _window = null!;
    private ScoreWindow? _ownWindow;
    private int _ownMinimum;
    private bool _needsScores;

    /// <summary>Combines clauses.</summary>
    /// <param name="clauses">At least one.</param>
    /// <param name="excluded">Documents of these are left out.</param>
    /// <param name="minimum">How many clauses must match, at least 1.</param>
    /// <param name="scoreMode">What is asked for; not <see cref="ScoreMode.TopScores"/>, since nothing is skipped.</param>
    /// <param name="window">An empty window of that minimum to use; null for a new one.</param>
    public WindowBulkScorer Set(List<WindowClause> clauses, List<WindowClause> excluded, int minimum, ScoreMode scoreMode, ScoreWindow? window = null)
    {
        _clauses = clauses;
        _excluded = excluded;
        _window = window ?? OwnWindow(minimum);
        _needsScores = scoreMode.NeedsScores();
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        int next = Next(min);
        while (next < max)
        {
            _window.Base = next;
            int end = (int)Math.Min(max, (long)next + ScoreWindow.Size);
            foreach (WindowClause clause in _clauses)
            {
                if (_needsScores) clause.AddTo(_window, end);
                else clause.MarkIn(_window, end);
            }

            foreach (WindowClause clause in _excluded)
            {
                clause.Advance(next);
                clause.RemoveFrom(_window, end);
            }

            _window.Flush(collector, liveDocs);
            next = Next(end);
        }

        return next;
    }

    // What it holds was emptied by the search before.
    private ScoreWindow OwnWindow(int minimum)
    {
        if (_ownWindow is not null && _ownMinimum == minimum) return _ownWindow;
        _ownMinimum = minimum;
        return _ownWindow = new ScoreWindow(minimum);
    }

    private int Next(int min)
    {
        int next = DocIdSetIterator.NoMoreDocs;
        foreach (WindowClause clause in _clauses) next = Math.Min(next, clause.Advance(min));
        return next;
    }
}
