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

    // Scores are looked up for frequencies up to this one, which few documents exceed.
    private const int MaxTableFreq = 4;

    // Filling the table costs as much as scoring some hundred documents.
    private const int MinCostOfTable = 1024;

    private static readonly int[] Ones = [.. Enumerable.Repeat(1, BlockSize)];
    private static readonly int[] TableFreqs = [.. Enumerable.Range(0, MaxTableFreq * NormCount).Select(i => (i / NormCount) + 1)];
    private static readonly byte[] TableNorms = [.. Enumerable.Range(0, MaxTableFreq * NormCount).Select(i => (byte)i)];

    private readonly PostingsEnum _postings;
    private readonly BlockPostingsEnum? _blocks;
    private readonly SimScorer _scorer;
    private readonly NormReader _norms;
    private readonly DenseByteNorms? _denseNorms;
    private readonly byte[] _normBytes = new byte[BlockSize];
    private readonly float[] _scores = new float[BlockSize];
    private readonly float[]? _table; // [(freq - 1) * NormCount + norm]; with dense norms and blocks only

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
            _table = new float[MaxTableFreq * NormCount];
            scorer.Score(TableFreqs, TableNorms, _table);
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
        if (_table is null) _scorer.Score(FreqsOf(docs), NormsOf(docs), scores);
        else if (_blocks!.BlockFreq == 1) ScoreOnes(docs, _denseNorms!.Bytes, _table, scores);
        else ScoreByTable(docs, _blocks.FreqsOfBlock(docs.Length), _denseNorms!.Bytes, scores);
        return scores;
    }

    /// <summary>Adds the scores of documents that <see cref="Peek"/> gave to sums, which begin with that of document <paramref name="start"/>.</summary>
    public void AddTo(double[] sums, int start, ReadOnlySpan<int> docs)
    {
        if (_table is not null && _blocks!.BlockFreq == 1) AddOnes(docs, _denseNorms!.Bytes, _table, sums, start);
        else AddScores(docs, Score(docs), sums, start);
    }

    /// <summary>Adds the term's score to the sums of documents, which ascend from <see cref="DocId"/> or before; nothing where the term is not. Moves behind them.</summary>
    public void AddTo(ReadOnlySpan<int> docs, Span<double> sums)
    {
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            int at = _blocks is not null ? _blocks.DocId : _postings.DocId;
            if (at < doc) at = _blocks is not null ? _blocks.Advance(doc) : _postings.Advance(doc);
            if (at == doc) sums[i] += ScoreAt(doc);
        }
    }

    private float ScoreAt(int doc)
    {
        int freq = _postings.Freq;
        if (_table is not null && freq <= MaxTableFreq) return _table[((freq - 1) * NormCount) + _denseNorms!.Bytes[doc]];
        return _scorer.Score(freq, _denseNorms is not null ? (sbyte)_denseNorms.Bytes[doc] : _norms.Get(doc));
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

    private void ScoreByTable(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, Span<float> scores)
    {
        float[] table = _table!;
        for (int i = 0; i < docs.Length; i++)
        {
            int freq = freqs[i];
            byte norm = norms[docs[i]];
            scores[i] = freq <= MaxTableFreq ? table[((freq - 1) * NormCount) + norm] : _scorer.Score(freq, (sbyte)norm);
        }
    }

    private static void ScoreOnes(ReadOnlySpan<int> docs, ReadOnlySpan<byte> norms, float[] table, Span<float> scores)
    {
        for (int i = 0; i < docs.Length; i++) scores[i] = table[norms[docs[i]]];
    }

    // The hottest loop there is. Documents ascend, so checking the last against the norms and both ends against the sums checks all.
    private static void AddOnes(ReadOnlySpan<int> docs, ReadOnlySpan<byte> norms, float[] table, double[] sums, int start)
    {
        CheckRange(docs, start, sums.Length, norms.Length);
        ref double sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref byte norm = ref MemoryMarshal.GetReference(norms);
        ref float score = ref MemoryMarshal.GetArrayDataReference(table);
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
