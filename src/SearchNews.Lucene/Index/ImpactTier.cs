namespace SearchNews.Lucene.Index;

/// <summary>Those documents of a term whose impacts have neighbouring codes. Immutable, thread-safe.</summary>
/// <param name="docs">The documents, ascending, and behind them <see cref="Search.DocIdSetIterator.NoMoreDocs"/>.</param>
/// <param name="codes">The code of each document's impact.</param>
/// <param name="firstCode">The lowest code.</param>
/// <param name="endCode">Above the highest code.</param>
internal sealed class ImpactTier(int[] docs, byte[] codes, int firstCode, int endCode)
{
    /// <summary>The documents, ascending, and behind them <see cref="Search.DocIdSetIterator.NoMoreDocs"/>.</summary>
    public ReadOnlySpan<int> Docs => docs;

    /// <summary>The code of each document's impact, as many as there are documents.</summary>
    public ReadOnlySpan<byte> Codes => codes;

    /// <summary>The lowest code; those of tiers before are lower.</summary>
    public int FirstCode => firstCode;

    /// <summary>Above the highest code.</summary>
    public int EndCode => endCode;

    /// <summary>How many documents there are.</summary>
    public int Count => codes.Length;
}
