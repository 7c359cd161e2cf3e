namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>The values of a numeric field, one behind the other, readable at any index in constant time. Immutable, thread-safe.</summary>
internal abstract class NumericColumn
{
    /// <summary>Value <paramref name="index"/>, from 0 to the number of values - 1.</summary>
    public abstract long Get(long index);
}
