using SearchNews.Lucene.Search;

namespace SearchNews.Search.Ranking;

/// <summary>Tells which documents of a segment a query matches: all the words, or the words as typed. Documents are asked for in ascending order. Belongs to one thread.</summary>
/// <param name="scorer">The query's, whose scores play no part; null when nothing matches.</param>
internal sealed class ScorerMatches(Scorer? scorer)
{
    /// <summary>True when the query matches the document.</summary>
    public bool Contains(int doc) => Next(doc) == doc;

    /// <summary>The first document that the query matches from a document on; <see cref="DocIdSetIterator.NoMoreDocs"/> when there is none.</summary>
    public int Next(int doc) => scorer is null ? DocIdSetIterator.NoMoreDocs : scorer.DocId < doc ? scorer.Advance(doc) : scorer.DocId;
}
