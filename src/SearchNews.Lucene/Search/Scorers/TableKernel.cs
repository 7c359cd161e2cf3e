using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Scores looked up in a table of frequencies and norms: the hottest loops there are, so that they are free of branches and of checks within. Documents ascend; their first and last are
/// checked, which holds for those between.
/// </summary>
internal static class TableKernel
{
    /// <summary>Norms of one byte.</summary>
    public const int NormCount = 256;

    /// <summary>Scores are looked up for frequencies up to this one, which few documents exceed.</summary>
    public const int MaxFreq = 4;

    /// <summary>Entries of a table: that of a frequency and a norm stands at <c>(freq - 1) * NormCount + norm</c>.</summary>
    public const int Length = MaxFreq * NormCount;

    /// <summary>Whether all frequencies are in the table.</summary>
    public static bool Covers(ReadOnlySpan<int> freqs)
    {
        if (!Vector.IsHardwareAccelerated) return CoversPlain(freqs);

        // The bits of 1 to 4, less one, are those below 4.
        var wide = Vector<int>.Zero;
        int i = 0;
        for (; i <= freqs.Length - Vector<int>.Count; i += Vector<int>.Count) wide |= new Vector<int>(freqs[i..]) - Vector<int>.One;
        int bits = 0;
        for (; i < freqs.Length; i++) bits |= freqs[i] - 1;
        return (uint)bits < MaxFreq && Vector.LessThanAll(Vector.AsVectorUInt32(wide), new Vector<uint>(MaxFreq));
    }

    /// <summary>The same a frequency at a time: the reference.</summary>
    public static bool CoversPlain(ReadOnlySpan<int> freqs)
    {
        foreach (int freq in freqs)
        {
            if (freq is < 1 or > MaxFreq) return false;
        }

        return true;
    }

    /// <summary>Writes the scores of documents.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="freqs">Their frequencies, 1 to <see cref="MaxFreq"/>; none when all are 1.</param>
    /// <param name="norms">Norms by document.</param>
    /// <param name="table">Scores.</param>
    /// <param name="scores">As long as <paramref name="docs"/>.</param>
    public static void Score(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, float[] table, Span<float> scores)
    {
        if (docs.IsEmpty) return;
        Check(docs, freqs, norms, table, 0, int.MaxValue);
        scores = scores[..docs.Length];
        ref byte norm = ref MemoryMarshal.GetReference(norms);
        ref float entry = ref MemoryMarshal.GetArrayDataReference(table);
        if (freqs.IsEmpty)
        {
            for (int i = 0; i < docs.Length; i++) scores[i] = Unsafe.Add(ref entry, (nint)Unsafe.Add(ref norm, (nint)(uint)docs[i]));
            return;
        }

        ref int freq = ref MemoryMarshal.GetReference(freqs);
        for (int i = 0; i < docs.Length; i++)
            scores[i] = Unsafe.Add(ref entry, (nint)(uint)(((Unsafe.Add(ref freq, (nint)(uint)i) - 1) * NormCount) + Unsafe.Add(ref norm, (nint)(uint)docs[i])));
    }

    /// <summary>Adds the scores of documents to sums, which begin with that of document <paramref name="start"/>.</summary>
    /// <param name="docs">Documents.</param>
    /// <param name="freqs">Their frequencies, 1 to <see cref="MaxFreq"/>; none when all are 1.</param>
    /// <param name="norms">Norms by document.</param>
    /// <param name="table">Scores as doubles, which saves converting each.</param>
    /// <param name="sums">Sums.</param>
    /// <param name="start">The document of the first sum.</param>
    public static void Add(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, double[] table, double[] sums, int start)
    {
        if (docs.IsEmpty) return;
        Check(docs, freqs, norms, table, start, sums.Length);
        ref byte norm = ref MemoryMarshal.GetReference(norms);
        ref double entry = ref MemoryMarshal.GetArrayDataReference(table);
        ref double sum = ref MemoryMarshal.GetArrayDataReference(sums);
        if (freqs.IsEmpty)
        {
            foreach (int doc in docs)
                Unsafe.Add(ref sum, (nint)(uint)(doc - start)) += Unsafe.Add(ref entry, (nint)Unsafe.Add(ref norm, (nint)(uint)doc));
            return;
        }

        ref int freq = ref MemoryMarshal.GetReference(freqs);
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            int place = ((Unsafe.Add(ref freq, (nint)(uint)i) - 1) * NormCount) + Unsafe.Add(ref norm, (nint)(uint)doc);
            Unsafe.Add(ref sum, (nint)(uint)(doc - start)) += Unsafe.Add(ref entry, (nint)(uint)place);
        }
    }

    private static void Check<T>(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, T[] table, int start, int count)
    {
        if (docs[0] < start || (uint)(docs[^1] - start) >= (uint)count || docs[^1] >= norms.Length)
            throw new ArgumentOutOfRangeException(nameof(docs), $"Documents {docs[0]} to {docs[^1]} do not lie in {start} to {start + (long)count - 1}, or have no norms: there are {norms.Length}.");
        if (table.Length != Length) throw new ArgumentException($"The table has {table.Length} entries, expected {Length}.", nameof(table));
        if (!freqs.IsEmpty && freqs.Length != docs.Length) throw new ArgumentException($"There are {freqs.Length} frequencies for {docs.Length} documents.", nameof(freqs));
    }
}
