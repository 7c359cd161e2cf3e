using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Reads and scores the documents of one term in blocks, which costs a fraction of doing it one by one. Belongs to one thread.</summary>
internal sealed class TermBlocks
{
    private const int BlockSize = 128;

    private readonly PostingsEnum _postings;
    private readonly SimScorer _scorer;
    private readonly NormReader _norms;
    private readonly DenseByteNorms? _denseNorms;
    private readonly int[] _docs = new int[BlockSize];
    private readonly int[] _freqs = new int[BlockSize];
    private readonly byte[] _normBytes = new byte[BlockSize];
    private readonly float[] _scores = new float[BlockSize];
    private int _count;

    /// <summary>Prepares the documents of a term.</summary>
    /// <param name="postings">The term, unpositioned.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="norms">Norms of the field; null when there are none or scores are not asked for.</param>
    public TermBlocks(PostingsEnum postings, SimScorer scorer, NumericDocValues? norms)
    {
        _postings = postings;
        _scorer = scorer;
        _norms = new NormReader(norms);
        _denseNorms = norms as DenseByteNorms;
    }

    /// <summary>The first document not yet read; -1 before the first <see cref="Advance"/>.</summary>
    public int DocId => _postings.DocId;

    /// <summary>The documents of the last block read.</summary>
    public Span<int> Docs => _docs.AsSpan(0, _count);

    /// <summary>Their scores.</summary>
    public Span<float> Scores => _scores.AsSpan(0, _count);

    /// <summary>Skips documents below the target.</summary>
    public int Advance(int target) => _postings.DocId < target ? _postings.Advance(target) : _postings.DocId;

    /// <summary>Reads and scores documents up to <paramref name="end"/> (exclusive), as many as a block holds; false when there are none.</summary>
    public bool ReadScored(int end)
    {
        if (!Read(end)) return false;
        ReadOnlySpan<int> docs = _docs.AsSpan(0, _count);
        Span<byte> norms = _normBytes.AsSpan(0, _count);
        if (_denseNorms is not null)
        {
            ReadOnlySpan<byte> bytes = _denseNorms.Bytes;
            for (int i = 0; i < docs.Length; i++) norms[i] = bytes[docs[i]];
        }
        else
        {
            for (int i = 0; i < docs.Length; i++) norms[i] = (byte)_norms.Get(docs[i]);
        }

        _scorer.Score(_freqs.AsSpan(0, _count), norms, _scores);
        return true;
    }

    /// <summary>Reads documents up to <paramref name="end"/> (exclusive), as many as a block holds, without scores; false when there are none.</summary>
    public bool Read(int end)
    {
        _count = _postings.ReadDocs(end, _docs, _freqs);
        return _count > 0;
    }
}
