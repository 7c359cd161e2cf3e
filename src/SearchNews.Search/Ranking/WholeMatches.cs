using SearchNews.Lucene.Search;

namespace SearchNews.Search.Ranking;

/// <summary>Tells which documents of a segment have all the words of the query. Documents are asked for in ascending order. Belongs to one thread.</summary>
/// <param name="whole">Matches them; null when none does.</param>
internal sealed class WholeMatches(Scorer? whole)
{
    /// <summary>True when the document has all the words.</summary>
    public bool Contains(int doc) => whole is not null && (whole.DocId == doc || (whole.DocId < doc && whole.Advance(doc) == doc));
}
