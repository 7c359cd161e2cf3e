using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>What one term adds to the scores of a batch of documents that a conjunction found. Belongs to one thread.</summary>
internal sealed class ConjunctionScores
{
    private BlockPostingsEnum _postings = null!;
    private SimScorer _scorer = null!;
    private BatchNorms _norms = null!;
    private int[] _freqs = [];
    private float[] _scores = [];

    /// <summary>The term's place among all terms of the conjunction, the rarest first.</summary>
    public int Place { get; private set; }

    /// <summary>Prepares scoring.</summary>
    /// <param name="postings">The term.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="norms">Norms of its field.</param>
    /// <param name="size">Documents of a batch at most.</param>
    /// <param name="place">The term's place among all terms of the conjunction.</param>
    public ConjunctionScores Set(BlockPostingsEnum postings, SimScorer scorer, BatchNorms norms, int size, int place)
    {
        _postings = postings;
        _scorer = scorer;
        _norms = norms;
        SearchMemory.Fit(ref _freqs, size);
        SearchMemory.Fit(ref _scores, size);
        Place = place;
        return this;
    }

    /// <summary>Keeps the frequencies of documents of the term's current block.</summary>
    /// <param name="places">How many places they stand behind the current document.</param>
    /// <param name="at">Where in the batch they go.</param>
    public void Keep(ReadOnlySpan<byte> places, int at)
    {
        Span<int> kept = _freqs.AsSpan(at, places.Length);
        int blockFreq = _postings.BlockFreq;
        if (blockFreq > 0)
        {
            kept.Fill(blockFreq);
            return;
        }

        ReadOnlySpan<int> freqs = _postings.FreqsOfBlock(places[^1] + 1);
        for (int i = 0; i < places.Length; i++) kept[i] = freqs[places[i]];
    }

    /// <summary>Adds the scores of the batch to sums, which are as many. The norms of the batch must have been read.</summary>
    public void AddTo(Span<double> sums)
    {
        Span<float> scores = _scores.AsSpan(0, sums.Length);
        _scorer.Score(_freqs.AsSpan(0, sums.Length), _norms.Bytes, scores);
        for (int i = 0; i < scores.Length; i++) sums[i] += scores[i];
    }
}
