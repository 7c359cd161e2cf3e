using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>Matches every document with score 1.</summary>
public sealed class MatchAllDocsQuery : Query
{
    /// <summary>The query; all instances are equal.</summary>
    public static MatchAllDocsQuery Instance { get; } = new();

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) => new AllWeight(this, boost);

    /// <inheritdoc/>
    public override string ToString(string defaultField) => "*:*";

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is MatchAllDocsQuery;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(MatchAllDocsQuery).GetHashCode();

    private sealed class AllWeight(Query query, float score) : ConstantScoreWeight(query, score)
    {
        protected override DocIdSetIterator GetIterator(LeafReaderContext context) => new AllDocsIterator(context.Reader.MaxDoc);
    }
}
