namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A term as a clause of a disjunction: read and scored in blocks.</summary>
internal sealed class TermWindowClause : WindowClause
{
    private TermBlocks _blocks = null!;
    private ImpactsBound? _bound;

    /// <summary>Prepares the clause.</summary>
    /// <param name="blocks">The term's documents.</param>
    /// <param name="bound">Its bounds; null when they are not asked for.</param>
    public TermWindowClause Set(TermBlocks blocks, ImpactsBound? bound)
    {
        _blocks = blocks;
        _bound = bound;
        return this;
    }

    /// <inheritdoc/>
    public override long Cost => _blocks.Cost;

    /// <inheritdoc/>
    public override int Advance(int target, int tiers) => _blocks.Advance(target);

    /// <inheritdoc/>
    public override void AddTo(ScoreWindow window, int end)
    {
        for (ReadOnlySpan<int> docs = _blocks.Peek(end); !docs.IsEmpty; docs = _blocks.Peek(end))
        {
            window.Add(docs, _blocks.Score(docs));
            _blocks.MoveBehind(docs);
        }
    }

    /// <inheritdoc/>
    public override void AddTo(SumWindow window, int end, int tiers)
    {
        for (ReadOnlySpan<int> docs = _blocks.Peek(end); !docs.IsEmpty; docs = _blocks.Peek(end))
        {
            _blocks.AddTo(window.Touch(docs), window.Base, docs);
            _blocks.MoveBehind(docs);
        }
    }

    /// <inheritdoc/>
    public override void MarkIn(ScoreWindow window, int end)
    {
        for (ReadOnlySpan<int> docs = _blocks.Peek(end); !docs.IsEmpty; docs = _blocks.Peek(end))
        {
            window.Mark(docs);
            _blocks.MoveBehind(docs);
        }
    }

    /// <inheritdoc/>
    public override void RemoveFrom(ScoreWindow window, int end)
    {
        for (ReadOnlySpan<int> docs = _blocks.Peek(end); !docs.IsEmpty; docs = _blocks.Peek(end))
        {
            window.Remove(docs);
            _blocks.MoveBehind(docs);
        }
    }

    /// <inheritdoc/>
    public override void AddTo(ReadOnlySpan<int> docs, Span<double> sums, int tier) => _blocks.AddTo(docs, sums);

    /// <inheritdoc/>
    public override float GetMaxScore(int tier, int from, int upTo)
    {
        int doc = _blocks.DocId;
        if (doc > upTo) return 0;
        if (_bound is null) return float.PositiveInfinity;
        _bound.AdvanceShallow(Math.Max(from, doc));
        return _bound.GetMaxScore(upTo);
    }
}
