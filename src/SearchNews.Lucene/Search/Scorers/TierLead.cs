using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// A frequent term whose documents are read in order, and of them only those that may reach a score together with other terms: those in its first tiers, and where the tiers of one other, dense term say so. Belongs to one thread.
/// </summary>
internal sealed class TierLead
{
    private readonly TierFilter _filter = new();
    private readonly byte[] _codes = new byte[SumBatch.Size];
    private ImpactTiers _term = null!;
    private ImpactScores _scores = null!;
    private DenseTerm _other = null!;
    private int _tiers; // as many as may hold hits
    private int _at; // the next document of the last of them

    /// <summary>Prepares reading; <see cref="Choose"/> has to follow.</summary>
    /// <param name="term">The term.</param>
    /// <param name="scores">Its scores.</param>
    /// <param name="other">The other term.</param>
    public TierLead Set(ImpactTiers term, ImpactScores scores, DenseTerm other)
    {
        _term = term;
        _scores = scores;
        _other = other;
        _filter.Set(other.Bits);
        _tiers = 0;
        return this;
    }

    /// <summary>Chooses which documents are read from now on.</summary>
    /// <param name="minScore">The score, which never falls.</param>
    /// <param name="others">The most that more terms add.</param>
    /// <param name="terms">How many terms there are in all.</param>
    /// <param name="needsOther">True when documents are wanted only if the other term has them.</param>
    /// <returns>False when no document may reach the score.</returns>
    public bool Choose(float minScore, double others, int terms, bool needsOther)
    {
        int tiers = _scores.TiersReaching(minScore, others + _other.Scores.MaxScore, terms);
        if (tiers != _tiers) _at = 0;
        _tiers = tiers;
        for (int code = 0; code < _term.Freqs.Length; code++)
        {
            double score = others + _scores.Table[code];
            if (!needsOther && ScoreBounds.OfSum(score, terms) >= minScore) _filter.Pass(code);
            else _filter.Require(code, _other.Scores.TiersReaching(minScore, score, terms));
        }

        return tiers > 0;
    }

    /// <summary>Reads the next documents, as many as fit into a batch, and their scores.</summary>
    /// <param name="min">The first that may be read; becomes the first that was not.</param>
    /// <param name="max">Above the last.</param>
    /// <param name="batch">Receives them.</param>
    /// <returns>How many there are, possibly none before the end.</returns>
    public int Read(ref int min, int max, SumBatch batch)
    {
        ImpactTier tier = _term.Tiers[_tiers - 1];
        _at = Galloping.FindFirstAtLeast(tier.Docs, _at, min);
        ReadOnlySpan<int> docs = tier.Docs[_at..Math.Min(_at + SumBatch.Size, tier.Count)];
        docs = docs[..Galloping.FindFirstAtLeast(docs, 0, max)];
        int count = _filter.Keep(docs, tier.Codes.Slice(_at, docs.Length), batch.Docs, _codes);
        _at += docs.Length;
        min = Math.Min(max, tier.Docs[_at]);
        double[] table = _scores.Table;
        for (int i = 0; i < count; i++) batch.Sums[i] = table[_codes[i]];
        return count;
    }
}
