using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SearchNews.Lucene.Codecs.Lucene84;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Finds the documents that two ascending runs of at most 128 have in common. Belongs to one thread.
/// </summary>
/// <remarks>
/// Where the documents lie close enough, the place of each in one run is written to a table, under the document's low bits, and the other run is looked up there: two loops without
/// a branch that depends on the data. The table is never cleared, since what is found is compared with the run itself. Else, and for a few documents, the run is searched.
/// </remarks>
internal sealed class BlockIntersection
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    // Fits into the nearest cache beside the runs. Documents of one run must not share a slot.
    private const int Slots = 1 << 14;

    // Below, searching a run costs less than writing it to the table.
    private const int MinLookUps = 8;

    [ThreadStatic]
    private static BlockIntersection? t_ofThread;

    private readonly byte[] _places = new byte[Slots];

    // The run whose places are in the table; behind it stands what no document is.
    private readonly int[] _run = new int[BlockSize];

    /// <summary>The one of this thread, which nothing needs to be kept in between two calls.</summary>
    public static BlockIntersection OfThread => t_ofThread ??= new BlockIntersection();

    /// <summary>Finds common documents.</summary>
    /// <param name="docs">Documents, at most 128.</param>
    /// <param name="run">Others, at most 128.</param>
    /// <param name="found">Receives where the common ones are in <paramref name="docs"/>; at least as long.</param>
    /// <param name="places">Receives where they are in <paramref name="run"/>; at least as long as <paramref name="docs"/>.</param>
    /// <returns>How many there are.</returns>
    public int Match(ReadOnlySpan<int> docs, ReadOnlySpan<int> run, Span<byte> found, Span<byte> places)
    {
        if (docs.IsEmpty || run.IsEmpty) return 0;
        return docs.Length < MinLookUps || run[^1] - run[0] >= Slots ? Search(docs, run, found, places) : LookUp(docs, run, found, places);
    }

    /// <summary>The search, which is the definition of <see cref="Match"/> too.</summary>
    public static int Search(ReadOnlySpan<int> docs, ReadOnlySpan<int> run, Span<byte> found, Span<byte> places)
    {
        int count = 0;
        int place = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            place = FindFirstAtLeast(run, place, docs[i]);
            if (place == run.Length) break;
            if (run[place] != docs[i]) continue;
            found[count] = (byte)i;
            places[count++] = (byte)place;
        }

        return count;
    }

    private int LookUp(ReadOnlySpan<int> docs, ReadOnlySpan<int> run, Span<byte> found, Span<byte> places)
    {
        run.CopyTo(_run);
        _run.AsSpan(run.Length).Fill(-1);
        found = found[..docs.Length];
        places = places[..docs.Length];

        // Every index is bounded: documents by the mask, places by what is ever written to the table, counts by the number of documents.
        ref byte slot = ref MemoryMarshal.GetArrayDataReference(_places);
        ref int known = ref MemoryMarshal.GetArrayDataReference(_run);
        for (int i = 0; i < run.Length; i++) Unsafe.Add(ref slot, (nint)(uint)(run[i] & (Slots - 1))) = (byte)i;

        ref byte foundAt = ref MemoryMarshal.GetReference(found);
        ref byte placesAt = ref MemoryMarshal.GetReference(places);
        nint count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            byte place = Unsafe.Add(ref slot, (nint)(uint)(doc & (Slots - 1)));
            Unsafe.Add(ref foundAt, count) = (byte)i;
            Unsafe.Add(ref placesAt, count) = place;
            count += Unsafe.Add(ref known, (nint)place) == doc ? 1 : 0;
        }

        return (int)count;
    }

    private static int FindFirstAtLeast(ReadOnlySpan<int> run, int from, int doc)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<int> wanted = Vector256.Create(doc);
            for (; from <= run.Length - Vector256<int>.Count; from += Vector256<int>.Count)
            {
                uint below = Vector256.LessThan(Vector256.Create(run[from..]), wanted).ExtractMostSignificantBits();
                if (below != 0xFF) return from + BitOperations.PopCount(below);
            }
        }

        while (from < run.Length && run[from] < doc) from++;
        return from;
    }
}
