namespace SearchNews.Lucene.Search;

/// <summary>What a collector wants of the matching documents; decides which short cuts scorers may take.</summary>
public enum ScoreMode
{
    /// <summary>All matching documents, with scores.</summary>
    Complete,

    /// <summary>All matching documents; scores are neither computed nor meaningful.</summary>
    CompleteNoScores,

    /// <summary>The best documents, with scores; those below <see cref="LeafCollector.MinCompetitiveScore"/> may be left out.</summary>
    TopScores,
}
