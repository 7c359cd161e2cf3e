namespace SearchNews.Lucene.Index;

/// <summary>What a caller wants decoded from postings; asking for less is faster.</summary>
[Flags]
public enum PostingsFlags
{
    /// <summary>Documents only; every frequency reads 1.</summary>
    None = 0,

    /// <summary>Term frequencies.</summary>
    Freqs = 1,

    /// <summary>Positions, and frequencies with them.</summary>
    Positions = 2 | Freqs,

    /// <summary>Offsets, and positions with them.</summary>
    Offsets = 4 | Positions,

    /// <summary>Payloads, and positions with them.</summary>
    Payloads = 8 | Positions,

    /// <summary>Everything.</summary>
    All = Offsets | Payloads,
}
