using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Leaves out those documents of a conjunction's rarest term that cannot reach the lowest score wanted, whatever the other terms add: their norms are known, and so is how often the other terms can occur. What is left
/// out need not be looked for in the other terms, nor do their blocks have to be decoded for it. Belongs to one thread.
/// </summary>
/// <remarks>Scores never rise with the norm, so for a frequency there is one highest norm that competes, which is found by bisection when it is first needed.</remarks>
internal sealed class LeadFilter
{
    private const int NormCount = 256;
    private const int Unknown = -2;

    // Documents with more occurrences are never left out.
    private const int MaxFreq = 16;

    private readonly List<FreqCeiling> _others = [];
    private readonly int[] _highest = new int[MaxFreq];
    private BlockPostingsEnum _lead = null!;
    private SimScorer? _scorer;
    private DenseByteNorms _norms = null!;
    private float _minScore;

    /// <summary>Prepares filtering.</summary>
    /// <param name="lead">The rarest term.</param>
    /// <param name="scorer">Scores it; null when it adds nothing.</param>
    /// <param name="norms">The norms by which documents are told apart: those of the term, if it adds something.</param>
    public LeadFilter Set(BlockPostingsEnum lead, SimScorer? scorer, DenseByteNorms norms)
    {
        _lead = lead;
        _scorer = scorer;
        _norms = norms;
        _others.Clear();
        _minScore = 0;
        return this;
    }

    /// <summary>Adds what another term may add.</summary>
    public void Add(FreqCeiling other) => _others.Add(other);

    /// <summary>The lowest score wanted; nothing is left out while it is 0.</summary>
    public float MinScore
    {
        get => _minScore;
        set
        {
            if (value <= _minScore) return;
            _minScore = value;
            _highest.AsSpan().Fill(Unknown);
        }
    }

    /// <summary>True when documents may be left out.</summary>
    public bool IsActive => _minScore > 0;

    /// <summary>Prepares for documents from <paramref name="doc"/> on; returns where that ends, at most at <paramref name="end"/>.</summary>
    public int Prepare(int doc, int end)
    {
        if (!IsActive) return end;
        foreach (FreqCeiling other in _others)
        {
            if (other.MoveTo(doc)) _highest.AsSpan().Fill(Unknown);
            if (other.UpTo < end) end = other.UpTo + 1;
        }

        return end;
    }

    /// <summary>Finds what is not left out.</summary>
    /// <param name="docs">The documents of the rarest term from its current one on, in its block, within the end that <see cref="Prepare"/> gave.</param>
    /// <param name="kept">Receives the indexes of those that may compete; as long as <paramref name="docs"/> at least.</param>
    /// <returns>How many.</returns>
    public int Keep(ReadOnlySpan<int> docs, Span<byte> kept)
    {
        ReadOnlySpan<byte> norms = _norms.Bytes;
        kept = kept[..docs.Length];
        int blockFreq = _scorer is null ? 1 : _lead.BlockFreq;
        int count = 0;
        if (blockFreq > 0)
        {
            int highest = HighestOf(blockFreq);
            for (int i = 0; i < docs.Length; i++)
            {
                kept[count] = (byte)i;
                count += norms[docs[i]] <= highest ? 1 : 0;
            }

            return count;
        }

        ReadOnlySpan<int> freqs = _lead.FreqsOfBlock(docs.Length);
        for (int i = 0; i < docs.Length; i++)
        {
            kept[count] = (byte)i;
            count += norms[docs[i]] <= HighestOf(freqs[i]) ? 1 : 0;
        }

        return count;
    }

    private int HighestOf(int freq)
    {
        if (freq >= MaxFreq) return NormCount;
        int highest = _highest[freq];
        return highest != Unknown ? highest : _highest[freq] = FindHighest(freq);
    }

    private int FindHighest(int freq)
    {
        int competing = -1;
        int failing = NormCount;
        while (failing - competing > 1)
        {
            int middle = (competing + failing) >> 1;
            if (Bound(freq, (byte)middle) >= _minScore) competing = middle;
            else failing = middle;
        }

        return competing;
    }

    private float Bound(int freq, byte norm)
    {
        double sum = _scorer is null ? 0 : _scorer.Score(freq, (sbyte)norm);
        foreach (FreqCeiling other in _others) sum += other.MaxScore(norm);
        return ScoreBounds.OfSum(sum, _others.Count + 1);
    }
}
