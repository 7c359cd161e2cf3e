namespace SearchNews.Search.Stories;

/// <summary>
/// FNV-1a over the UTF-16 units of stems, 64 bits (offset basis 0xCBF29CE484222325, prime 0x100000001B3), little end first: what stands for a stem or a title in an index. It may never change. Two stems that
/// share their 32 bits count as one; of a million stems that meets one in four thousand, and only tells when both are rare and stand in two articles of the same days.
/// </summary>
internal static class StemHash
{
    /// <summary>The hash of no stem.</summary>
    public const ulong Start = 0xCBF29CE484222325;

    private const ulong Prime = 0x100000001B3;

    /// <summary>Goes on with a stem, and with what parts it from the next.</summary>
    public static ulong Append(ulong hash, ReadOnlySpan<char> stem)
    {
        foreach (char unit in stem)
        {
            hash = (hash ^ (byte)unit) * Prime;
            hash = (hash ^ (byte)(unit >> 8)) * Prime;
        }

        // No UTF-8 text has this byte, and no stem a unit of it in both halves.
        return (hash ^ 0xFF) * Prime;
    }

    /// <summary>A stem's 32 bits.</summary>
    public static uint Of(ReadOnlySpan<char> stem)
    {
        ulong hash = Append(Start, stem);
        return (uint)(hash ^ (hash >> 32));
    }
}
