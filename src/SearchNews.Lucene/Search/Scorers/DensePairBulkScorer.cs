namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Two terms of a disjunction as bits: those documents are looked at that both have, or that are in the first tiers of one. Belongs to one thread.</summary>
internal sealed class DensePairBulkScorer : PairBulkScorer
{
    private readonly DenseIntersection _intersection = new();
    private DenseTerm _rarer = null!;
    private DenseTerm _other = null!;

    /// <summary>Combines terms.</summary>
    /// <param name="rarer">The rarer.</param>
    /// <param name="other">The other.</param>
    public DensePairBulkScorer Set(DenseTerm rarer, DenseTerm other)
    {
        _rarer = rarer;
        _other = other;
        return this;
    }

    /// <inheritdoc/>
    public override bool CanScore(float minScore) => IsHigh(_rarer, minScore) && IsHigh(_other, minScore);

    /// <inheritdoc/>
    protected override void Start(int min, int max) => _intersection.Start(min, max);

    /// <inheritdoc/>
    protected override void Choose(float minScore)
    {
        _intersection.Clear();
        _intersection.AddTerms(_rarer, _other, minScore, 0, Terms);
        AddAlone(_rarer, minScore);
        AddAlone(_other, minScore);
    }

    /// <inheritdoc/>
    protected override int Read(ref int min, int max, SumBatch batch)
    {
        int count = _intersection.Read(batch.Docs);
        if (count == 0) min = max;
        batch.Sums.AsSpan(0, count).Clear();
        _rarer.AddWhereFound(batch.Docs, batch.Sums, count);
        _other.AddWhereFound(batch.Docs, batch.Sums, count);
        return count;
    }

    // Whether only the first tiers of a term reach a score alone.
    private static bool IsHigh(DenseTerm term, float minScore) => term.Scores.TiersReaching(minScore, 0, Terms) <= term.Bits.LastTier;

    private void AddAlone(DenseTerm term, float minScore)
    {
        ReadOnlyMemory<ulong> bits = term.BitsReaching(minScore, 0, Terms);
        _intersection.AddPair(bits, bits);
    }
}
