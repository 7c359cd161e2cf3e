using System.Runtime.InteropServices;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A term that a conjunction requires, in one segment.</summary>
/// <param name="Postings">Its documents, unpositioned.</param>
/// <param name="State">Its statistics in the segment.</param>
/// <param name="Scorer">Scores frequency and norm; null when the term only filters.</param>
/// <param name="Field">The field.</param>
/// <param name="Norms">Norms of the field; null when there are none or scores are not asked for.</param>
/// <param name="Tiers">Its documents by impact, when they are in memory and only the top scores are asked for; else null.</param>
/// <param name="Place">Its place among the terms of the query.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConjunctionTerm(PostingsEnum Postings, TermState State, SimScorer? Scorer, string Field, NumericDocValues? Norms, ImpactTiers? Tiers, int Place)
{
    /// <inheritdoc cref="PostingsIntersection.Compare"/>
    public static Comparison<ConjunctionTerm> Order { get; } = static (a, b) => PostingsIntersection.Compare(a.Postings, a.Place, b.Postings, b.Place);
}
