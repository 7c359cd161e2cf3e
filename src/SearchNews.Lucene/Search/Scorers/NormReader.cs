using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The norms of a field for scoring: 1 where there is none. Documents are asked for in ascending order.</summary>
/// <param name="values">Norms of the field, unpositioned; null when there are none.</param>
internal readonly struct NormReader(NumericDocValues? values)
{
    /// <summary>The norm (sign-extended byte) of a document at or above the one asked for before.</summary>
    public long Get(int doc) => values is not null && values.AdvanceExact(doc) ? values.LongValue : 1;
}
