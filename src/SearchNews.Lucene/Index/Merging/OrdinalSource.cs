using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>The sorted values of one segment as <see cref="OrdinalMap"/> reads them.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Used">The values that some live document has; null when all are used.</param>
/// <param name="Lookup">The value of an ordinal, valid until the next call.</param>
internal sealed record OrdinalSource(int Count, Bits? Used, OrdinalSource.LookupOrd Lookup)
{
    /// <summary>The value of an ordinal, valid until the next call.</summary>
    public delegate ReadOnlySpan<byte> LookupOrd(int ord);
}
