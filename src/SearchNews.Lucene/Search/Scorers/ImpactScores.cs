using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The scores of a term by the codes of its impacts in one segment, and the highest of each tier. Belongs to one thread.</summary>
internal sealed class ImpactScores
{
    private readonly float[] _scores = new float[ImpactKernel.Length];
    private float[] _maxScores = []; // by tier, of it and those behind
    private int _tierCount;

    /// <summary>Scores by code, for <see cref="ImpactKernel"/>.</summary>
    public double[] Table { get; } = new double[ImpactKernel.Length];

    /// <summary>Prepares the scores of a term.</summary>
    public ImpactScores Set(ImpactTiers term, SimScorer scorer)
    {
        Span<float> scores = _scores.AsSpan(0, term.Freqs.Length);
        scorer.Score(term.Freqs, term.Norms, scores);
        for (int code = 0; code < scores.Length; code++) Table[code] = scores[code];
        ReadOnlySpan<ImpactTier> tiers = term.Tiers;
        SearchMemory.Fit(ref _maxScores, tiers.Length);
        _tierCount = tiers.Length;
        float max = 0;
        for (int i = tiers.Length - 1; i >= 0; i--)
        {
            foreach (float score in scores[tiers[i].FirstCode..tiers[i].EndCode]) max = Math.Max(max, score);
            _maxScores[i] = max;
        }

        return this;
    }

    /// <summary>No document scores higher.</summary>
    public float MaxScore => _maxScores[0];

    /// <summary>How many of the first tiers have all documents that reach a score with the help of other terms.</summary>
    /// <param name="minScore">The score.</param>
    /// <param name="others">The most that the others add.</param>
    /// <param name="terms">How many terms there are with this one.</param>
    public int TiersReaching(float minScore, double others, int terms)
    {
        int tiers = _tierCount;
        while (tiers > 0 && ScoreBounds.OfSum(others + _maxScores[tiers - 1], terms) < minScore) tiers--;
        return tiers;
    }

    /// <summary>No document of a tier, or of those behind it, scores higher.</summary>
    public float MaxScoreFrom(int tier) => _maxScores[tier];
}
