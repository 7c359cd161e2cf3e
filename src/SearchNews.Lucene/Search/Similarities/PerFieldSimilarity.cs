namespace SearchNews.Lucene.Search.Similarities;

/// <summary>A similarity for each field, and one for all others.</summary>
public sealed class PerFieldSimilarity : Similarity
{
    private readonly Similarity _others;
    private readonly Dictionary<string, Similarity> _byField;

    /// <summary>Sets the similarities; the dictionary is copied.</summary>
    public PerFieldSimilarity(Similarity others, IReadOnlyDictionary<string, Similarity> byField)
    {
        _others = others;
        _byField = new Dictionary<string, Similarity>(byField, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override SimScorer CreateScorer(float boost, CollectionStatistics collection, params ReadOnlySpan<TermStatistics> terms)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return _byField.GetValueOrDefault(collection.Field, _others).CreateScorer(boost, collection, terms);
    }
}
