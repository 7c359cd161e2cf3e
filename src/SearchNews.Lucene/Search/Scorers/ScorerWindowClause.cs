namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Any scorer as a clause of a disjunction, document by document.</summary>
internal sealed class ScorerWindowClause : WindowClause
{
    private Scorer _scorer = null!;

    /// <inheritdoc/>
    public override long Cost => _scorer.Cost;

    /// <summary>Prepares the clause.</summary>
    /// <param name="scorer">Unpositioned.</param>
    public ScorerWindowClause Set(Scorer scorer)
    {
        _scorer = scorer;
        return this;
    }

    /// <inheritdoc/>
    public override int Advance(int target, int tiers) => _scorer.DocId < target ? _scorer.Advance(target) : _scorer.DocId;

    /// <inheritdoc/>
    public override void AddTo(ScoreWindow window, int end)
    {
        for (int doc = _scorer.DocId; doc < end; doc = _scorer.NextDoc()) window.Add(doc, _scorer.Score());
    }

    /// <inheritdoc/>
    public override void AddTo(SumWindow window, int end, int tiers)
    {
        for (int doc = _scorer.DocId; doc < end; doc = _scorer.NextDoc()) window.Touch([doc])[doc - window.Base] += _scorer.Score();
    }

    /// <inheritdoc/>
    public override void MarkIn(ScoreWindow window, int end)
    {
        for (int doc = _scorer.DocId; doc < end; doc = _scorer.NextDoc()) window.Mark(doc);
    }

    /// <inheritdoc/>
    public override void RemoveFrom(ScoreWindow window, int end)
    {
        for (int doc = _scorer.DocId; doc < end; doc = _scorer.NextDoc()) window.Remove(doc);
    }

    /// <inheritdoc/>
    public override void AddTo(ReadOnlySpan<int> docs, Span<double> sums, int tier)
    {
        for (int i = 0; i < docs.Length; i++)
        {
            if (Advance(docs[i]) == docs[i]) sums[i] += _scorer.Score();
        }
    }

    /// <inheritdoc/>
    public override float GetMaxScore(int tier, int from, int upTo)
    {
        if (_scorer.DocId > upTo) return 0;
        _scorer.AdvanceShallow(Math.Max(from, _scorer.DocId));
        return _scorer.GetMaxScore(upTo);
    }
}
