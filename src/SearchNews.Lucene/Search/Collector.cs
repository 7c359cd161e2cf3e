using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search;

/// <summary>Gathers the results of a search. One instance serves one search on one thread.</summary>
public abstract class Collector
{
    /// <summary>What is needed of the documents.</summary>
    public abstract ScoreMode ScoreMode { get; }

    /// <summary>Starts a segment; segments come in index order, and what was given for the one before is not used any more. Null when nothing of it is wanted.</summary>
    public abstract LeafCollector? GetLeafCollector(LeafReaderContext context);
}
