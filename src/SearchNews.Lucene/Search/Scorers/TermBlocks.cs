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
    // Filling the table costs as much as scoring some hundred documents.
    private const int MinCostOfTable = 1024;

    private static readonly int[] Ones = [.. Enumerable.Repeat(1, BlockSize)];
    private static readonly int[] TableFreqs = [.. Enumerable.Range(0, TableKernel.Length).Select(i => (i / TableKernel.NormCount) + 1)];
    private static readonly byte[] TableNorms = [.. Enumerable.Range(0, TableKernel.Length).Select(i => (byte)i)];

    private readonly byte[] _normBytes = new byte[BlockSize];
    private readonly float[] _scores = new float[BlockSize];
    private PostingsEnum _postings = null!;
    private BlockPostingsEnum? _blocks;
    private SimScorer _scorer = null!;
    private NormReader _norms;
    private DenseByteNorms? _denseNorms;
    private float[]? _table; // of TableKernel; with dense norms and blocks only
    private float[] _tableMemory = [];
    private double[] _doubles = []; // the table once sums are asked for
    private bool _hasDoubles;

    // Copies, where the postings give no blocks of their own.
    private int[] _docs = [];
    private int[] _freqs = [];

    /// <summary>Prepares the documents of a term.</summary>
    /// <param name="postings">The term, unpositioned.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="norms">Norms of the field; null when there are none or scores are not asked for.</param>
    public TermBlocks Set(PostingsEnum postings, SimScorer scorer, NumericDocValues? norms)
    {
        _postings = postings;
        _blocks = postings as BlockPostingsEnum;
        _scorer = scorer;
        _norms = new NormReader(norms);
        _denseNorms = norms as DenseByteNorms;
        _table = null;
        _hasDoubles = false;
        if (_blocks is null)
        {
            SearchMemory.Fit(ref _docs, BlockSize);
            SearchMemory.Fit(ref _freqs, BlockSize);
        }
        else if (_denseNorms is not null && postings.Cost >= MinCostOfTable)
        {
            SearchMemory.Fit(ref _tableMemory, TableKernel.Length);
            _table = _tableMemory;
            scorer.Score(TableFreqs, TableNorms, _table);
        }

        return this;
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
        if (_table is not null && TryGetTableFreqs(docs, out ReadOnlySpan<int> freqs)) TableKernel.Score(docs, freqs, _denseNorms!.Bytes, _table, scores);
        else _scorer.Score(FreqsOf(docs), NormsOf(docs), scores);
        return scores;
    }

    /// <summary>Adds the scores of documents that <see cref="Peek"/> gave to sums, which begin with that of document <paramref name="start"/>.</summary>
    public void AddTo(double[] sums, int start, ReadOnlySpan<int> docs)
    {
        if (_table is not null && TryGetTableFreqs(docs, out ReadOnlySpan<int> freqs))
        {
            if (!_hasDoubles) MakeDoubles();
            TableKernel.Add(docs, freqs, _denseNorms!.Bytes, _doubles, sums, start);
            return;
        }

        ReadOnlySpan<float> scores = Score(docs);
        for (int i = 0; i < docs.Length; i++) sums[docs[i] - start] += scores[i];
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

    private void MakeDoubles()
    {
        SearchMemory.Fit(ref _doubles, TableKernel.Length);
        for (int i = 0; i < _doubles.Length; i++) _doubles[i] = _table![i];
        _hasDoubles = true;
    }

    private float ScoreAt(int doc)
    {
        int freq = _postings.Freq;
        if (_table is not null && freq <= TableKernel.MaxFreq) return _table[((freq - 1) * TableKernel.NormCount) + _denseNorms!.Bytes[doc]];
        return _scorer.Score(freq, _denseNorms is not null ? (sbyte)_denseNorms.Bytes[doc] : _norms.Get(doc));
    }

    // The frequencies for the kernel, none when all are 1; false when one of them is not in the table.
    private bool TryGetTableFreqs(ReadOnlySpan<int> docs, out ReadOnlySpan<int> freqs)
    {
        freqs = _blocks!.BlockFreq == 1 ? [] : _blocks.FreqsOfBlock(docs.Length);
        return TableKernel.Covers(freqs);
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
}
