using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>A term of a phrase in one segment.</summary>
/// <param name="Postings">Its documents, unpositioned.</param>
/// <param name="State">Its statistics in the segment.</param>
/// <param name="Offset">Its position in the phrase.</param>
/// <param name="Place">Its place among the terms of the phrase.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PhraseTerm(BlockPositionsEnum Postings, TermState State, int Offset, int Place)
{
    /// <inheritdoc cref="PostingsIntersection.Compare"/>
    public static Comparison<PhraseTerm> Order { get; } = static (a, b) => PostingsIntersection.Compare(a.Postings, a.Place, b.Postings, b.Place);
}
