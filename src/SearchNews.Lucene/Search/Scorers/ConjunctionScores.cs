using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>What one term adds to the scores of a batch of documents that a conjunction found. Belongs to one thread.</summary>
internal sealed class ConjunctionScores
{
    private readonly BlockPostingsEnum _postings;
    private readonly SimScorer _scorer;
    private readonly BatchNorms _norms;
    private readonly int[] _freqs;
    private readonly float[] _scores;

    /// <summary>Prepares scoring.</summary>
    /// <param name="postings">The term.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="norms">Norms of its field.</param>
    /// <param name="size">Documents of a batch at most.</param>
    public ConjunctionScores(BlockPostingsEnum postings, SimScorer scorer, BatchNorms norms, int size)
    {
        _postings = postings;
        _scorer = scorer;
        _norms = norms;
        _freqs = new int[size];
        _scores = new float[size];
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
