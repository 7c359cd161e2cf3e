namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Two terms of a disjunction, the rarer in order and the other as bits: no document of the other alone may reach the lowest score wanted. Belongs to one thread.</summary>
internal sealed class ListPairBulkScorer : PairBulkScorer
{
    private readonly TierLead _lead = new();
    private DenseTerm _dense = null!;
    private bool _hasHits;

    /// <summary>Combines terms.</summary>
    /// <param name="rarer">The rarer.</param>
    /// <param name="dense">The other.</param>
    public ListPairBulkScorer Set(ImpactTierClause rarer, DenseTerm dense)
    {
        _lead.Set(rarer.Term, rarer.Scores, dense);
        _dense = dense;
        return this;
    }

    /// <inheritdoc/>
    public override bool CanScore(float minScore) => _dense.Scores.MaxScore < minScore;

    /// <inheritdoc/>
    protected override void Start(int min, int max)
    {
    }

    /// <inheritdoc/>
    protected override void Choose(float minScore) => _hasHits = _lead.Choose(minScore, 0, Terms, needsOther: false);

    /// <inheritdoc/>
    protected override int Read(ref int min, int max, SumBatch batch)
    {
        if (!_hasHits)
        {
            min = max;
            return 0;
        }

        int count = _lead.Read(ref min, max, batch);
        _dense.AddWhereFound(batch.Docs, batch.Sums, count);
        return count;
    }
}
