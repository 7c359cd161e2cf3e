namespace SearchNews.Lucene.Search.Similarities;

/// <summary>How matches of terms are turned into scores. Immutable, thread-safe.</summary>
public abstract class Similarity
{
    /// <summary>Binds the similarity to a term, or to the terms of a phrase, of an index. A scorer that is made for a search is used until that search ends, and not longer.</summary>
    /// <param name="boost">Factor of the score.</param>
    /// <param name="collection">The field.</param>
    /// <param name="terms">At least one term; a phrase gives all of its terms, repeated ones as often as they occur in it.</param>
    public abstract SimScorer CreateScorer(float boost, CollectionStatistics collection, params ReadOnlySpan<TermStatistics> terms);
}
