using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The norms of a field for scoring: 1 where there is none. Documents are asked for in ascending order.</summary>
internal sealed class NormReader
{
    private readonly NumericDocValues? _values;

    public NormReader(NumericDocValues? values) => _values = values;

    /// <summary>The norm (sign-extended byte) of a document at or above the one asked for before.</summary>
    public long Get(int doc) => _values is not null && _values.AdvanceExact(doc) ? _values.LongValue : 1;
}
