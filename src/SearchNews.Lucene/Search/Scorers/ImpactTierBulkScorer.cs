using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents of one frequent term whose postings are in memory: those of the tiers that can reach the lowest score wanted, all as long as none is. Belongs to one thread.
/// </summary>
internal sealed class ImpactTierBulkScorer : BulkScorer
{
    private const int BatchSize = 128;

    private readonly ImpactScores _scores = new();
    private readonly int[] _docs = new int[BatchSize];
    private readonly byte[] _codes = new byte[BatchSize];
    private readonly float[] _docScores = new float[BatchSize];
    private ImpactTiers _term = null!;
    private int _tiers; // how many there are that may compete
    private int _at; // the next document of the last of them

    /// <summary>Prepares collecting.</summary>
    /// <param name="term">The term's documents.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    public ImpactTierBulkScorer Set(ImpactTiers term, SimScorer scorer)
    {
        _term = term;
        _scores.Set(term, scorer);
        _tiers = term.Tiers.Length;
        _at = 0;
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        while (min < max && !collector.IsTerminated)
        {
            float minScore = collector.MinCompetitiveScore;
            if (!TryDropTiers(minScore)) return DocIdSetIterator.NoMoreDocs;
            int count = Take(min, max);
            if (count == 0) return max;
            min = _docs[count - 1] + 1;
            Collect(collector, liveDocs, count, minScore);
        }

        return min;
    }

    // Drops the last tiers as long as none of their documents reaches a score, which never falls; false when none at all does.
    private bool TryDropTiers(float minScore)
    {
        while (_tiers > 0 && _scores.MaxScoreFrom(_tiers - 1) < minScore)
        {
            _tiers--;
            _at = 0;
        }

        return _tiers > 0;
    }

    // The next documents of the last tier left.
    private int Take(int min, int max)
    {
        ImpactTier tier = _term.Tiers[_tiers - 1];
        _at = Galloping.FindFirstAtLeast(tier.Docs, _at, min);
        int room = Math.Min(BatchSize, tier.Count - _at);
        int count = room <= 0 || tier.Docs[_at + room - 1] < max ? Math.Max(room, 0) : Galloping.FindFirstAtLeast(tier.Docs, _at, max) - _at;
        tier.Docs.Slice(_at, count).CopyTo(_docs);
        tier.Codes.Slice(_at, count).CopyTo(_codes);
        _at += count;
        return count;
    }

    private void Collect(LeafCollector collector, Bits? liveDocs, int count, float minScore)
    {
        Span<float> scores = _docScores.AsSpan(0, count);
        ImpactKernel.Score(_codes.AsSpan(0, count), _scores.Table, scores);
        if (minScore > 0) count = Competitive.Keep(_docs.AsSpan(0, count), scores, minScore, _docs);
        if (liveDocs is not null) count = Competitive.KeepLive(_docs.AsSpan(0, count), scores, liveDocs, _docs);
        if (count > 0) collector.Collect(_docs.AsSpan(0, count), scores[..count]);
    }
}
