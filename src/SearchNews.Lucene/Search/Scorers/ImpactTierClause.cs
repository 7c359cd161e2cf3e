using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A frequent term as a clause of a disjunction: its postings are in memory, in tiers of falling impacts.</summary>
internal sealed class ImpactTierClause : WindowClause
{
    private readonly ImpactScores _scores = new();
    private ImpactTiers _term = null!;
    private int[] _at = []; // the next document of each tier
    private bool _isStarted;

    /// <summary>Prepares the clause.</summary>
    /// <param name="term">The term's documents.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    public ImpactTierClause Set(ImpactTiers term, SimScorer scorer)
    {
        _term = term;
        _scores.Set(term, scorer);
        SearchMemory.Fit(ref _at, term.Tiers.Length);
        _at.AsSpan().Clear();
        _isStarted = false;
        return this;
    }

    /// <inheritdoc/>
    public override int DocId => _isStarted ? Next(_term.Tiers.Length) : -1;

    /// <inheritdoc/>
    public override long Cost => _term.Count;

    /// <inheritdoc/>
    public override int TierCount => _term.Tiers.Length;

    /// <inheritdoc/>
    public override long CostOf(int tier) => _term.Tiers[tier].Count;

    /// <inheritdoc/>
    public override int Advance(int target, int tiers)
    {
        _isStarted = true;
        for (int i = 0; i < tiers; i++) AdvanceTier(i, target);
        return Next(tiers);
    }

    /// <inheritdoc/>
    public override void AddTo(ScoreWindow window, int end)
    {
        Span<float> scores = stackalloc float[128];
        for (int i = 0; i < _term.Tiers.Length; i++)
        {
            for (int from = _at[i], to = FindEnd(i, end); from < to; from += scores.Length)
            {
                int count = Math.Min(scores.Length, to - from);
                ImpactKernel.Score(_term.Tiers[i].Codes.Slice(from, count), _scores.Table, scores);
                window.Add(_term.Tiers[i].Docs.Slice(from, count), scores[..count]);
            }
        }
    }

    /// <inheritdoc/>
    public override void AddTo(SumWindow window, int end, int tiers)
    {
        for (int i = 0; i < tiers; i++)
        {
            int from = _at[i];
            int to = FindEnd(i, end);
            window.Add(_term.Tiers[i].Docs[from..to], _term.Tiers[i].Codes[from..to], _scores.Table);
        }
    }

    /// <inheritdoc/>
    public override void MarkIn(ScoreWindow window, int end)
    {
        for (int i = 0; i < _term.Tiers.Length; i++)
        {
            int from = _at[i];
            window.Mark(_term.Tiers[i].Docs[from..FindEnd(i, end)]);
        }
    }

    /// <inheritdoc/>
    public override void RemoveFrom(ScoreWindow window, int end)
    {
        for (int i = 0; i < _term.Tiers.Length; i++)
        {
            int from = _at[i];
            window.Remove(_term.Tiers[i].Docs[from..FindEnd(i, end)]);
        }
    }

    /// <inheritdoc/>
    public override void AddTo(ReadOnlySpan<int> docs, Span<double> sums, int tier)
    {
        if (_term.HasCodesByDoc)
        {
            int firstCode = _term.Tiers[tier].FirstCode;
            for (int i = 0; i < docs.Length; i++)
            {
                int code = _term.CodeOf(docs[i]);
                if (code >= firstCode) sums[i] += _scores.Table[code];
            }

            return;
        }

        for (; tier < _term.Tiers.Length; tier++)
        {
            for (int i = 0; i < docs.Length; i++)
            {
                if (AdvanceTier(tier, docs[i]) == docs[i]) sums[i] += _scores.Table[_term.Tiers[tier].Codes[_at[tier]]];
            }
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

    private int Next(int tiers)
    {
        int next = DocIdSetIterator.NoMoreDocs;
        for (int i = 0; i < tiers; i++) next = Math.Min(next, _term.Tiers[i].Docs[_at[i]]);
        return next;
    }
}
