namespace SearchNews.Lucene.Search.Scorers;

/// <summary>What adds to the score of documents that something else finds. Belongs to one thread.</summary>
internal abstract class OptionalClause
{
    /// <summary>No document scores higher.</summary>
    public abstract float MaxScore { get; }

    /// <summary>The score of a document, 0 when it does not match. Documents are asked for in ascending order.</summary>
    public abstract float ScoreAt(int doc);
}
