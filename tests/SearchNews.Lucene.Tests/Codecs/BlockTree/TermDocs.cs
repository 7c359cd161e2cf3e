namespace SearchNews.Lucene.Tests.Codecs.BlockTree;

/// <summary>A term and its documents, ascending, with frequencies.</summary>
internal sealed record TermDocs(byte[] Term, IReadOnlyList<(int Doc, int Freq)> Docs)
{
    /// <summary>What the dictionary must say of the term.</summary>
    public TermLine Line(bool hasFreqs) => new(Term, Docs.Count, hasFreqs ? Docs.Sum(d => (long)d.Freq) : Docs.Count);
}
