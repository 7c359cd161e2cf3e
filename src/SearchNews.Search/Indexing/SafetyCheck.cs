using System.Globalization;

namespace SearchNews.Search.Indexing;

/// <summary>Keeps an accident with the source folder (unmounted, emptied, half copied) from becoming the index.</summary>
internal static class SafetyCheck
{
    private const double LeastShare = 0.9;
    private const int SkipsAllowed = 20;
    private const double SkippedShare = 0.05;

    /// <summary>Throws when the index would shrink below nine tenths.</summary>
    /// <param name="before">Articles in the live index.</param>
    /// <param name="after">Articles it would have.</param>
    /// <param name="fewAllowed">Articles that may go whatever their share, as long as one stays.</param>
    /// <exception cref="BuildRefusedException">It would.</exception>
    public static void CheckShrink(int before, int after, int fewAllowed = 0)
    {
        if (after >= before * LeastShare || (after > 0 && before - after <= fewAllowed)) return;
        throw new BuildRefusedException(string.Create(CultureInfo.InvariantCulture,
            $"The index would have {after} articles, the live one has {before}: less than 90%. If that is meant, use --allow-shrink."));
    }

    /// <summary>Throws when more than 20 files and over 5% are skipped.</summary>
    /// <param name="skipped">Files skipped; for an update, those that were not skipped before.</param>
    /// <param name="total">Files in all, articles that say <c>removed: true</c> apart.</param>
    /// <param name="first">The first of them.</param>
    /// <exception cref="BuildRefusedException">They are.</exception>
    public static void CheckSkips(int skipped, int total, object? first)
    {
        if (skipped <= SkipsAllowed || skipped <= total * SkippedShare) return;
        throw new BuildRefusedException(string.Create(CultureInfo.InvariantCulture,
            $"{skipped} of {total} files were skipped: more than 20 and over 5%. The first: {first}. If that is meant, use --allow-skips."));
    }
}
