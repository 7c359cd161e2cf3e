using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Reads and scores the documents of one term in blocks, which costs a fraction of doing it one by one: <see cref="Peek"/> at the next documents, score them, then
/// <see cref="MoveBehind"/> them. Belongs to one thread.
/// </summary>
internal sealed class TermBlocks
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;
    private const int NormCount = 256;

    // A table of scores costs as much as scoring twice as many documents.
    private const int MinCostOfTable = 2 * NormCount;

    private static readonly int[] Ones = [.. Enumerable.Repeat(1, NormCount)];
    private static readonly byte[] AllNorms = [.. Enumerable.Range(0, NormCount).Select(i => (byte)i)];

    private readonly PostingsEnum _postings;
    private readonly BlockPostingsEnum? _blocks;
    private readonly SimScorer _scorer;
    private readonly NormReader _norms;
    private readonly DenseByteNorms? _denseNorms;
    private readonly byte[] _normBytes = new byte[BlockSize];
    private readonly float[] _scores = new float[BlockSize];
    private readonly float[]? _scoresOfOne;

    // Copies, where the postings give no blocks of their own.
    private readonly int[] _docs = [];
    private readonly int[] _freqs = [];

    /// <summary>Prepares the documents of a term.</summary>
    /// <param name="postings">The term, unpositioned.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="norms">Norms of the field; null when there are none or scores are not asked for.</param>
    public TermBlocks(PostingsEnum postings, SimScorer scorer, NumericDocValues? norms)
    {
        _postings = postings;
        _blocks = postings as BlockPostingsEnum;
        _scorer = scorer;
        _norms = new NormReader(norms);
        _denseNorms = norms as DenseByteNorms;
        if (_blocks is null)
        {
            _docs = new int[BlockSize];
            _freqs = new int[BlockSize];
        }
        else if (_denseNorms is not null && postings.Cost >= MinCostOfTable)
        {
            _scoresOfOne = new float[NormCount];
            scorer.Score(Ones, AllNorms, _scoresOfOne);
        }
    }

    /// <summary>The first document not yet read; -1 before the first <see cref="Advance"/>.</summary>
    public int DocId => _postings.DocId;

    /// <summary>Documents of the term.</summary>
    public long Cost => _postings.Cost;

    /// <summary>Skips documents below the target.</summary>
    public int Advance(int target) => _postings.DocId < target ? _postings.Advance(target) : _postings.DocId;

    /// <summary>The next documents before <paramref name="end"/>, as many as a block holds; none at the end. Valid until <see cref="MoveBehind"/>, which must follow.</summary>
    public ReadOnlySpan<int> Peek(int end) =>
        _blocks is not null ? _blocks.RestOfBlock(end) : _docs.AsSpan(0, _postings.ReadDocs(end, _docs, _freqs));

    /// <summary>Passes over documents that <see cref="Peek"/> gave.</summary>
    public void MoveBehind(ReadOnlySpan<int> docs)
    {
        if (_blocks is not null && !docs.IsEmpty) _blocks.MoveBehind(docs.Length);
    }

    /// <summary>The scores of documents that <see cref="Peek"/> gave.</summary>
    public Span<float> Score(ReadOnlySpan<int> docs)
    {
        Span<float> scores = _scores.AsSpan(0, docs.Length);
        if (_scoresOfOne is not null && _blocks!.BlockFreq == 1) ScoreOnes(docs, _denseNorms!.Bytes, _scoresOfOne, scores);
        else _scorer.Score(FreqsOf(docs), NormsOf(docs), scores);
        return scores;
    }

    /// <summary>Adds the scores of documents that <see cref="Peek"/> gave to sums, which begin with that of document <paramref name="start"/>.</summary>
    public void AddTo(double[] sums, int start, ReadOnlySpan<int> docs)
    {
        if (_scoresOfOne is not null && _blocks!.BlockFreq == 1) AddOnes(docs, _denseNorms!.Bytes, _scoresOfOne, sums, start);
        else AddScores(docs, Score(docs), sums, start);
    }

    /// <summary>The score of a document at or after <see cref="DocId"/>; 0 when the term is not in it. Moves there.</summary>
    public float ScoreAt(int doc)
    {
        if (Advance(doc) != doc) return 0;
        return _scorer.Score(_postings.Freq, _denseNorms is not null ? (sbyte)_denseNorms.Bytes[doc] : _norms.Get(doc));
    }

    private ReadOnlySpan<int> FreqsOf(ReadOnlySpan<int> docs)
    {
        if (_blocks is null) return _freqs.AsSpan(0, docs.Length);
        return _blocks.BlockFreq == 1 ? Ones.AsSpan(0, docs.Length) : _blocks.FreqsOfBlock(docs.Length);
    }

    private ReadOnlySpan<byte> NormsOf(ReadOnlySpan<int> docs)
    {
        Span<byte> norms = _normBytes.AsSpan(0, docs.Length);
        if (_denseNorms is not null)
        {
            ReadOnlySpan<byte> bytes = _denseNorms.Bytes;
            for (int i = 0; i < docs.Length; i++) norms[i] = bytes[docs[i]];
        }
        else
        {
            for (int i = 0; i < docs.Length; i++) norms[i] = (byte)_norms.Get(docs[i]);
        }

        return norms;
    }

    private static void ScoreOnes(ReadOnlySpan<int> docs, ReadOnlySpan<byte> norms, float[] scoresOfOne, Span<float> scores)
    {
        for (int i = 0; i < docs.Length; i++) scores[i] = scoresOfOne[norms[docs[i]]];
    }

    // The hottest loop there is. Documents ascend, so checking the last against the norms and both ends against the sums checks all.
    private static void AddOnes(ReadOnlySpan<int> docs, ReadOnlySpan<byte> norms, float[] scoresOfOne, double[] sums, int start)
    {
        CheckRange(docs, start, sums.Length, norms.Length);
        ref double sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref byte norm = ref MemoryMarshal.GetReference(norms);
        ref float score = ref MemoryMarshal.GetArrayDataReference(scoresOfOne);
        foreach (int doc in docs)
            Unsafe.Add(ref sum, (nint)(uint)(doc - start)) += Unsafe.Add(ref score, (nint)Unsafe.Add(ref norm, (nint)(uint)doc));
    }

    private static void AddScores(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, double[] sums, int start)
    {
        CheckRange(docs, start, sums.Length, int.MaxValue);
        ref double sum = ref MemoryMarshal.GetArrayDataReference(sums);
        for (int i = 0; i < docs.Length; i++) Unsafe.Add(ref sum, (nint)(uint)(docs[i] - start)) += scores[i];
    }

    private static void CheckRange(ReadOnlySpan<int> docs, int start, int length, int limit)
    {
        if (docs.IsEmpty) return;
        if (docs[0] < start || (uint)(docs[^1] - start) >= (uint)length || docs[^1] >= limit)
            throw new ArgumentOutOfRangeException(nameof(docs), $"Documents {docs[0]} to {docs[^1]} do not lie in {start} to {(long)start + length - 1}, below {limit}.");
    }
}
