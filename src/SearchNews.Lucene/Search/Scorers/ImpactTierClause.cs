using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A frequent term as a clause of a disjunction: its postings are in memory, those with high impacts in tiers of their own.</summary>
internal sealed class ImpactTierClause : WindowClause
{
    private readonly ImpactScores _scores = new();
    private ImpactTiers _term = null!;
    private int[] _at = []; // the next document of each tier

    /// <summary>Prepares the clause.</summary>
    /// <param name="term">The term's documents.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    public ImpactTierClause Set(ImpactTiers term, SimScorer scorer)
    {
        _term = term;
        _scores.Set(term, scorer);
        SearchMemory.Fit(ref _at, term.Tiers.Length);
        _at.AsSpan().Clear();
        return this;
    }

    /// <summary>The term's documents.</summary>
    public ImpactTiers Term => _term;

    /// <summary>Their scores.</summary>
    public ImpactScores Scores => _scores;

    private int Last => _term.Tiers.Length - 1;

    /// <inheritdoc/>
    public override long Cost => _term.Count;

    /// <inheritdoc/>
    public override int TierCount => _term.Tiers.Length;

    /// <inheritdoc/>
    public override long CostOf(int tier) => _term.Tiers[tier].Count - (tier == 0 ? 0 : _term.Tiers[tier - 1].Count);

    /// <inheritdoc/>
    public override int Advance(int target, int tiers) => AdvanceTier(tiers - 1, target);

    /// <inheritdoc/>
    public override void AddTo(ScoreWindow window, int end)
    {
        ImpactTier all = _term.All;
        Span<float> scores = stackalloc float[128];
        for (int from = _at[Last], to = FindEnd(Last, end); from < to; from += scores.Length)
        {
            int count = Math.Min(scores.Length, to - from);
            ImpactKernel.Score(all.Codes.Slice(from, count), _scores.Table, scores);
            window.Add(all.Docs.Slice(from, count), scores[..count]);
        }
    }

    /// <inheritdoc/>
    public override void AddTo(SumWindow window, int end, int tiers)
    {
        ImpactTier tier = _term.Tiers[tiers - 1];
        int from = _at[tiers - 1];
        int to = FindEnd(tiers - 1, end);
        window.Add(tier.Docs[from..to], tier.Codes[from..to], _scores.Table);
    }

    /// <inheritdoc/>
    public override bool TryTake(int end, int tiers, double lowest, int[] docs, double[] sums, out int count)
    {
        ImpactTier tier = _term.Tiers[tiers - 1];
        ReadOnlySpan<int> rest = tier.Docs[_at[tiers - 1]..];
        if (rest.Length > docs.Length) rest = rest[..docs.Length];
        rest = rest[..Galloping.FindFirstAtLeast(rest, 0, end)];
        count = ImpactKernel.Keep(rest, tier.Codes.Slice(_at[tiers - 1], rest.Length), _scores.Table, lowest, docs, sums);
        _at[tiers - 1] += rest.Length;
        return true;
    }

    /// <inheritdoc/>
    public override void MarkIn(ScoreWindow window, int end)
    {
        int from = _at[Last];
        window.Mark(_term.All.Docs[from..FindEnd(Last, end)]);
    }

    /// <inheritdoc/>
    public override void RemoveFrom(ScoreWindow window, int end)
    {
        int from = _at[Last];
        window.Remove(_term.All.Docs[from..FindEnd(Last, end)]);
    }

    /// <inheritdoc/>
    public override void AddTo(ReadOnlySpan<int> docs, Span<double> sums, int tier)
    {
        int firstCode = _term.Tiers[tier].FirstCode;
        double[] table = _scores.Table;
        if (_term.Bits is { } bits)
        {
            for (int i = 0; i < docs.Length; i++)
            {
                int code = bits.CodeOf(docs[i]);
                if (code >= firstCode) sums[i] += table[code];
            }

            return;
        }

        ReadOnlySpan<byte> codes = _term.All.Codes;
        for (int i = 0; i < docs.Length; i++)
        {
            if (AdvanceTier(Last, docs[i]) == docs[i] && codes[_at[Last]] >= firstCode) sums[i] += table[codes[_at[Last]]];
        }
    }

    /// <inheritdoc/>
    public override float GetMaxScore(int tier, int from, int upTo) => _scores.MaxScoreFrom(tier);

    private int AdvanceTier(int tier, int target)
    {
        ReadOnlySpan<int> docs = _term.Tiers[tier].Docs;
        return docs[_at[tier] = Galloping.FindFirstAtLeast(docs, _at[tier], target)];
    }

    // Moves a tier to the first document not before the end.
    private int FindEnd(int tier, int end) => _at[tier] = Galloping.FindFirstAtLeast(_term.Tiers[tier].Docs, _at[tier], end);
}
