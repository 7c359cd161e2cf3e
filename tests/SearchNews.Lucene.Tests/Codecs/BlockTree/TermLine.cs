using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>What a term dictionary must say of one term.</summary>
internal sealed record TermLine(byte[] Term, int DocFreq, long TotalTermFreq)
{
    /// <summary>True when the enum says the same of its current term.</summary>
    public bool Fits(TermsEnum terms) => terms.Term.SequenceEqual(Term) && terms.DocFreq == DocFreq && terms.TotalTermFreq == TotalTermFreq;

    public override string ToString() => $"{Convert.ToHexStringLower(Term)} df={DocFreq} ttf={TotalTermFreq}";

    /// <summary>What an enum says of its current term.</summary>
    public static string Of(TermsEnum terms) => new TermLine(terms.Term.ToArray(), terms.DocFreq, terms.TotalTermFreq).ToString();
}
