namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A clause of a disjunction that is scored window by window: the blocks of a term, or any scorer.</summary>
internal sealed class WindowClause
{
    private readonly TermBlocks? _blocks;
    private readonly Scorer? _scorer;

    public WindowClause(TermBlocks blocks) => _blocks = blocks;

    public WindowClause(Scorer scorer) => _scorer = scorer;

    /// <summary>The first document not yet scored; -1 before the first <see cref="Advance"/>.</summary>
    public int DocId => _blocks is not null ? _blocks.DocId : _scorer!.DocId;

    /// <summary>Skips documents below the target.</summary>
    public int Advance(int target)
    {
        if (_blocks is not null) return _blocks.Advance(target);
        return _scorer!.DocId < target ? _scorer.Advance(target) : _scorer.DocId;
    }

    /// <summary>Adds the scores of all documents before <paramref name="end"/> to a window.</summary>
    public void AddTo(ScoreWindow window, int end)
    {
        if (_blocks is not null)
        {
            while (_blocks.ReadScored(end)) window.Add(_blocks.Docs, _blocks.Scores);
            return;
        }

        for (int doc = _scorer!.DocId; doc < end; doc = _scorer.NextDoc()) window.Add(doc, _scorer.Score());
    }

    /// <summary>Marks all documents before <paramref name="end"/> in a window.</summary>
    public void MarkIn(ScoreWindow window, int end)
    {
        if (_blocks is not null)
        {
            while (_blocks.Read(end)) window.Mark(_blocks.Docs);
            return;
        }

        for (int doc = _scorer!.DocId; doc < end; doc = _scorer.NextDoc()) window.Mark(doc);
    }

    /// <summary>Takes all documents before <paramref name="end"/> out of a window.</summary>
    public void RemoveFrom(ScoreWindow window, int end)
    {
        if (_blocks is not null)
        {
            while (_blocks.Read(end)) window.Remove(_blocks.Docs);
            return;
        }

        for (int doc = _scorer!.DocId; doc < end; doc = _scorer.NextDoc()) window.Remove(doc);
    }
}
