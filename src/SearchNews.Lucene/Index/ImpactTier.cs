namespace SearchNews.Lucene.Index;

/// <summary>The documents of a term whose impacts have the lowest codes, which tell of the highest scores; those of the tiers before are among them. Immutable, thread-safe.</summary>
/// <param name="docs">The documents, ascending, and behind them <see cref="Search.DocIdSetIterator.NoMoreDocs"/>.</param>
/// <param name="codes">The code of each document's impact.</param>
/// <param name="firstCode">The lowest code that is not in the tier before.</param>
/// <param name="endCode">Above the highest code.</param>
internal sealed class ImpactTier(int[] docs, byte[] codes, int firstCode, int endCode)
{
    /// <summary>The documents, ascending, and behind them <see cref="Search.DocIdSetIterator.NoMoreDocs"/>.</summary>
    public ReadOnlySpan<int> Docs => docs;

    /// <summary>The code of each document's impact, as many as there are documents.</summary>
    public ReadOnlySpan<byte> Codes => codes;

    /// <summary>The lowest code that is not in the tier before.</summary>
    public int FirstCode => firstCode;

    /// <summary>Above the highest code.</summary>
    public int EndCode => endCode;

    /// <summary>How many documents there are.</summary>
    public int Count => codes.Length;
}
