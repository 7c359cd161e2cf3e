using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A frequent term that is asked document by document. Belongs to one thread.</summary>
internal sealed class DenseTerm
{
    /// <summary>Prepares asking.</summary>
    /// <param name="term">A term with bits.</param>
    /// <param name="scores">Its scores.</param>
    public DenseTerm Set(ImpactTiers term, ImpactScores scores)
    {
        Bits = term.Bits!;
        Scores = scores;
        return this;
    }

    /// <summary>Prepares asking a term of a conjunction.</summary>
    /// <param name="term">A scored term with bits.</param>
    public DenseTerm Set(in ConjunctionTerm term) => Set(term.Tiers!, SearchMemory.Take<ImpactScores>().Set(term.Tiers!, term.Scorer!));

    /// <summary>The documents as bits.</summary>
    public TierBits Bits { get; private set; } = null!;

    /// <summary>The scores.</summary>
    public ImpactScores Scores { get; private set; } = null!;

    /// <summary>The documents that may reach a score with the help of other terms, and possibly others, as bits; empty when there are none.</summary>
    /// <param name="minScore">The score.</param>
    /// <param name="others">The most that the others add.</param>
    /// <param name="terms">How many terms there are with this one.</param>
    public ReadOnlyMemory<ulong> BitsReaching(float minScore, double others, int terms)
    {
        int tiers = Scores.TiersReaching(minScore, others, terms);
        return tiers == 0 ? default : Bits.Of(tiers - 1);
    }

    /// <summary>Keeps those of the documents that the term has, and adds its scores to their sums.</summary>
    /// <param name="docs">Documents; those that are kept stand first then.</param>
    /// <param name="sums">Their sums; stay beside them.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>How many are kept.</returns>
    public int Keep(int[] docs, double[] sums, int count)
    {
        ReadOnlySpan<ulong> bits = Bits.Words;
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
        for (int i = 0; i < count; i++) sums[i] += Scores.Table[Bits.CodeOf(docs[i])];
    }

    /// <summary>Adds the term's scores to the sums of documents, of which it need not have all.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="sums">Their sums.</param>
    /// <param name="count">How many there are.</param>
    public void AddWhereFound(int[] docs, double[] sums, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int code = Bits.CodeOf(docs[i]);
            if (code >= 0) sums[i] += Scores.Table[code];
        }
    }
}
