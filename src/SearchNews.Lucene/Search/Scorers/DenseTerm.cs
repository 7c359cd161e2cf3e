using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A frequent term that a conjunction requires: it is asked document by document. Belongs to one thread.</summary>
internal sealed class DenseTerm
{
    private readonly ImpactScores _scores = new();
    private ImpactTiers _term = null!;

    /// <summary>Prepares asking.</summary>
    /// <param name="term">A scored term with codes by document.</param>
    public DenseTerm Set(in ConjunctionTerm term)
    {
        _term = term.Tiers!;
        _scores.Set(_term, term.Scorer!);
        return this;
    }

    /// <summary>The documents as bits.</summary>
    public RankedBits Bits => _term.DocBits;

    /// <summary>Keeps those of the documents that the term has, and adds its scores to their sums.</summary>
    /// <param name="docs">Documents; those that are kept stand first then.</param>
    /// <param name="sums">Their sums; stay beside them.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>How many are kept.</returns>
    public int Keep(int[] docs, double[] sums, int count)
    {
        ReadOnlySpan<ulong> bits = _term.DocBits.Words;
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int doc = docs[i];
            docs[kept] = doc;
            sums[kept] = sums[i];
            kept += (int)(bits[doc >> 6] >> doc) & 1;
        }

        AddTo(docs, sums, kept);
        return kept;
    }

    /// <summary>Adds the term's scores to the sums of documents that it has.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="sums">Their sums.</param>
    /// <param name="count">How many there are.</param>
    public void AddTo(int[] docs, double[] sums, int count)
    {
        for (int i = 0; i < count; i++) sums[i] += _scores.Table[_term.CodeOf(docs[i])];
    }
}
