using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A term that a conjunction requires, in one segment.</summary>
/// <param name="Postings">Its documents, unpositioned.</param>
/// <param name="State">Its statistics in the segment.</param>
/// <param name="Scorer">Scores frequency and norm; null when the term only filters.</param>
/// <param name="Field">The field.</param>
/// <param name="Norms">Norms of the field; null when there are none or scores are not asked for.</param>
internal sealed record ConjunctionTerm(PostingsEnum Postings, TermState State, SimScorer? Scorer, string Field, NumericDocValues? Norms);
