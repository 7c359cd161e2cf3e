using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Scores looked up by the codes of impacts (<see cref="Index.ImpactTiers"/>), free of branches and of checks within; documents ascend, and their first and last are checked.</summary>
internal static class ImpactKernel
{
    /// <summary>Entries of a table: one a code.</summary>
    public const int Length = 1 << 8;

    /// <summary>Writes the scores of documents.</summary>
    /// <param name="codes">Their codes.</param>
    /// <param name="table">Scores by code.</param>
    /// <param name="scores">As long as <paramref name="codes"/> at least.</param>
    public static void Score(ReadOnlySpan<byte> codes, double[] table, Span<float> scores)
    {
        Check(table);
        scores = scores[..codes.Length];
        ref double entry = ref MemoryMarshal.GetArrayDataReference(table);
        for (int i = 0; i < codes.Length; i++) scores[i] = (float)Unsafe.Add(ref entry, (nint)codes[i]);
    }

    /// <summary>Adds the scores of documents to the sums of a window, which begin with that of document <paramref name="start"/>, and marks the groups of sums that they are in.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="codes">Their codes; as many.</param>
    /// <param name="table">Scores by code.</param>
    /// <param name="sums">Sums.</param>
    /// <param name="touched">Receives a 1 for each group of sums.</param>
    /// <param name="start">The document of the first sum.</param>
    public static void Add(ReadOnlySpan<int> docs, ReadOnlySpan<byte> codes, double[] table, double[] sums, byte[] touched, int start)
    {
        if (docs.IsEmpty) return;
        Check(table);
        if (docs[0] < start || docs[^1] - start >= sums.Length || touched.Length * SumScan.GroupSize < sums.Length)
            throw new ArgumentOutOfRangeException(nameof(docs), $"Documents {docs[0]} to {docs[^1]} do not lie in {start} to {start + (long)sums.Length - 1}, or marks are missing: there are {touched.Length}.");
        codes = codes[..docs.Length];
        ref double entry = ref MemoryMarshal.GetArrayDataReference(table);
        ref double sum = ref MemoryMarshal.GetArrayDataReference(sums);
        ref byte mark = ref MemoryMarshal.GetArrayDataReference(touched);
        for (int i = 0; i < docs.Length; i++)
        {
            uint at = (uint)(docs[i] - start);
            Unsafe.Add(ref mark, (nint)(at / SumScan.GroupSize)) = 1;
            Unsafe.Add(ref sum, (nint)at) += Unsafe.Add(ref entry, (nint)codes[i]);
        }
    }

    /// <summary>Keeps the documents that score high enough, and their scores.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="codes">Their codes; as many.</param>
    /// <param name="table">Scores by code.</param>
    /// <param name="lowest">The lowest score wanted.</param>
    /// <param name="kept">Receives the documents; as long as <paramref name="docs"/> at least.</param>
    /// <param name="scores">Receives their scores; as long.</param>
    /// <returns>How many are kept.</returns>
    public static int Keep(ReadOnlySpan<int> docs, ReadOnlySpan<byte> codes, double[] table, double lowest, Span<int> kept, Span<double> scores)
    {
        Check(table);
        codes = codes[..docs.Length];
        kept = kept[..docs.Length];
        scores = scores[..docs.Length];
        ref double entry = ref MemoryMarshal.GetArrayDataReference(table);
        ref int toDoc = ref MemoryMarshal.GetReference(kept);
        ref double toScore = ref MemoryMarshal.GetReference(scores);
        int count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            double score = Unsafe.Add(ref entry, (nint)codes[i]);
            Unsafe.Add(ref toDoc, (nint)(uint)count) = docs[i];
            Unsafe.Add(ref toScore, (nint)(uint)count) = score;
            count += score >= lowest ? 1 : 0;
        }

        return count;
    }

    private static void Check(double[] table)
    {
        if (table.Length != Length) throw new ArgumentException($"The table has {table.Length} entries, expected {Length}.", nameof(table));
    }
}
