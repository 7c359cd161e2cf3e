using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Additive;

/// <summary>A number that is added to the scores of a query's documents, such as a prior or a bonus. Immutable, thread-safe.</summary>
public abstract class ScoreAddend
{
    /// <summary>Binds the number to a segment; null when it is 0 for all its documents.</summary>
    public abstract LeafScoreAddend? GetLeaf(LeafReaderContext context);

    /// <summary>What is added, in a word: names the part in explanations.</summary>
    public abstract override string ToString();
}
