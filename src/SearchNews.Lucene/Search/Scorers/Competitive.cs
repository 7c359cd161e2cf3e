using System.Numerics;
using System.Runtime.Intrinsics;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Finds the few documents whose score is high enough, and those that are live.</summary>
internal static class Competitive
{
    /// <summary>Writes the documents that score at least <paramref name="minScore"/> to the start of <paramref name="kept"/> and their scores to that of <paramref name="scores"/>.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="scores">Their scores; overwritten.</param>
    /// <param name="minScore">The lowest score wanted.</param>
    /// <param name="kept">As long as <paramref name="docs"/>; may be the same.</param>
    /// <returns>How many.</returns>
    public static int Keep(ReadOnlySpan<int> docs, Span<float> scores, float minScore, Span<int> kept) =>
        Vector256.IsHardwareAccelerated ? KeepByVectors(docs, scores, minScore, kept) : KeepPlain(docs, scores, minScore, kept);

    /// <summary>The same a document at a time: the reference.</summary>
    public static int KeepPlain(ReadOnlySpan<int> docs, Span<float> scores, float minScore, Span<int> kept) => KeepFrom(0, 0, docs, scores, minScore, kept);

    /// <summary>Index of the first score, from <paramref name="from"/> on, that is above another; their count when there is none.</summary>
    /// <param name="scores">Scores.</param>
    /// <param name="from">Where to begin, at most their count.</param>
    /// <param name="worst">The other.</param>
    public static int FindAbove(ReadOnlySpan<float> scores, int from, float worst)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> other = Vector256.Create(worst);
            for (; from <= scores.Length - Vector256<float>.Count; from += Vector256<float>.Count)
            {
                uint found = Vector256.GreaterThan(Vector256.Create(scores[from..]), other).ExtractMostSignificantBits();
                if (found != 0) return from + BitOperations.TrailingZeroCount(found);
            }
        }

        return FindAbovePlain(scores, from, worst);
    }

    /// <summary>The same a score at a time: the reference.</summary>
    public static int FindAbovePlain(ReadOnlySpan<float> scores, int from, float worst)
    {
        while (from < scores.Length && !(scores[from] > worst)) from++;
        return from;
    }

    /// <summary>Writes the live documents to the start of <paramref name="kept"/> and their scores to that of <paramref name="scores"/>.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="scores">Their scores; overwritten. Empty when there are none.</param>
    /// <param name="liveDocs">The live documents.</param>
    /// <param name="kept">As long as <paramref name="docs"/>; may be the same.</param>
    /// <returns>How many.</returns>
    public static int KeepLive(ReadOnlySpan<int> docs, Span<float> scores, Bits liveDocs, Span<int> kept)
    {
        int count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            if (!liveDocs[docs[i]]) continue;
            kept[count] = docs[i];
            if (!scores.IsEmpty) scores[count] = scores[i];
            count++;
        }

        return count;
    }

    private static int KeepByVectors(ReadOnlySpan<int> docs, Span<float> scores, float minScore, Span<int> kept)
    {
        int count = 0;
        int i = 0;
        Vector256<float> wanted = Vector256.Create(minScore);
        for (; i <= scores.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            uint found = Vector256.GreaterThanOrEqual(Vector256.Create(scores[i..]), wanted).ExtractMostSignificantBits();
            for (; found != 0; found &= found - 1)
            {
                int at = i + BitOperations.TrailingZeroCount(found);
                kept[count] = docs[at];
                scores[count++] = scores[at];
            }
        }

        return KeepFrom(i, count, docs, scores, minScore, kept);
    }

    // Goes on at a document, when so many of those before it were kept.
    private static int KeepFrom(int i, int count, ReadOnlySpan<int> docs, Span<float> scores, float minScore, Span<int> kept)
    {
        for (; i < scores.Length; i++)
        {
            if (scores[i] < minScore) continue;
            kept[count] = docs[i];
            scores[count++] = scores[i];
        }

        return count;
    }
}
