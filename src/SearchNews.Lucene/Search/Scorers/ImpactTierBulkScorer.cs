using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents of one frequent term whose postings are in memory: of all tiers until a lowest score is wanted, then of those that can reach it. Belongs to one thread.
/// </summary>
internal sealed class ImpactTierBulkScorer : BulkScorer
{
    private const int BatchSize = 128;

    private readonly ImpactScores _scores = new();
    private readonly int[] _docs = new int[BatchSize];
    private readonly byte[] _codes = new byte[BatchSize];
    private readonly float[] _docScores = new float[BatchSize];
    private ImpactTiers _term = null!;
    private TermBulkScorer _all = null!;
    private int _docsOfBatch;
    private int[] _at = []; // the next document of each tier

    /// <summary>Prepares collecting.</summary>
    /// <param name="term">The term's documents.</param>
    /// <param name="all">Collects all of them, one after the other.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public ImpactTierBulkScorer Set(ImpactTiers term, TermBulkScorer all, SimScorer scorer, int maxDoc)
    {
        _term = term;
        _all = all;
        _docsOfBatch = (int)((long)BatchSize * maxDoc / term.Count);
        _scores.Set(term, scorer);
        SearchMemory.Fit(ref _at, term.Tiers.Length);
        _at.AsSpan().Clear();
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        while (min < max && collector.MinCompetitiveScore <= 0)
        {
            if (collector.IsTerminated) return min;
            min = _all.Score(collector, liveDocs, min, (int)Math.Min(max, (long)min + _docsOfBatch));
        }

        return min < max ? ScoreBest(collector, liveDocs, min, max) : min;
    }

    private int ScoreBest(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        int tiers = CompetitiveTiers(collector.MinCompetitiveScore, _term.Tiers.Length);
        for (int i = 0; i < tiers; i++) _at[i] = Galloping.FindFirstAtLeast(_term.Tiers[i].Docs, _at[i], min);
        while (!collector.IsTerminated)
        {
            float minScore = collector.MinCompetitiveScore;
            tiers = CompetitiveTiers(minScore, tiers);
            int count = tiers == 1 ? TakeOfFirst(max) : Merge(tiers, max);
            if (count == 0) return Next(tiers, max);
            Collect(collector, liveDocs, count, minScore);
        }

        return Next(tiers, max);
    }

    // Tiers whose best documents reach a score; it never falls, nor does their number rise.
    private int CompetitiveTiers(float minScore, int tiers)
    {
        while (tiers > 0 && _scores.MaxScoreFrom(tiers - 1) < minScore) tiers--;
        return tiers;
    }

    // The next document, at the end of the range or behind it.
    private int Next(int tiers, int max)
    {
        int next = DocIdSetIterator.NoMoreDocs;
        for (int i = 0; i < tiers; i++) next = Math.Min(next, _term.Tiers[i].Docs[_at[i]]);
        return Math.Max(next, max);
    }

    private int TakeOfFirst(int end)
    {
        ImpactTier tier = _term.Tiers[0];
        int from = _at[0];
        int room = Math.Min(BatchSize, tier.Count - from);
        int count = room == 0 || tier.Docs[from + room - 1] < end ? room : Galloping.FindFirstAtLeast(tier.Docs, from, end) - from;
        tier.Docs.Slice(from, count).CopyTo(_docs);
        tier.Codes.Slice(from, count).CopyTo(_codes);
        _at[0] += count;
        return count;
    }

    private int Merge(int tiers, int end)
    {
        int count = 0;
        while (count < BatchSize)
        {
            int first = 0;
            int doc = end;
            for (int i = 0; i < tiers; i++)
            {
                int next = _term.Tiers[i].Docs[_at[i]];
                if (next >= doc) continue;
                doc = next;
                first = i;
            }

            if (doc == end) break;
            _docs[count] = doc;
            _codes[count++] = _term.Tiers[first].Codes[_at[first]++];
        }

        return count;
    }

    private void Collect(LeafCollector collector, Bits? liveDocs, int count, float minScore)
    {
        Span<float> scores = _docScores.AsSpan(0, count);
        ImpactKernel.Score(_codes.AsSpan(0, count), _scores.Table, scores);
        count = Competitive.Keep(_docs.AsSpan(0, count), scores, minScore, _docs);
        if (liveDocs is not null) count = Competitive.KeepLive(_docs.AsSpan(0, count), scores, liveDocs, _docs);
        if (count > 0) collector.Collect(_docs.AsSpan(0, count), scores[..count]);
    }
}
