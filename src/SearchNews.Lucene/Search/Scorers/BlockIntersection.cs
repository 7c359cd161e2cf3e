using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.Lucene84;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Finds the documents that two ascending runs of at most 128 have in common, without a branch that depends on the documents. Belongs to one thread.
/// </summary>
/// <remarks>
/// Where many documents are wanted and those of the run lie close enough, the place of each in the run is written to a table, under the document's low bits, and the wanted are looked up there. The table is
/// never cleared, since what is found is compared with the run itself. Else the run is bisected for each.
/// </remarks>
internal sealed class BlockIntersection
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    // Fits into the nearest cache beside the runs. Documents of one run must not share a slot.
    private const int Slots = 1 << 14;

    // Below, bisecting costs less than writing a run to the table.
    private const int MinLookUps = 24;

    [ThreadStatic]
    private static BlockIntersection? t_ofThread;

    private readonly byte[] _places = new byte[Slots];

    // The run; behind it stands what no document is.
    private readonly int[] _run = new int[BlockSize];

    /// <summary>The one of this thread, in which nothing needs to be kept between two calls.</summary>
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
        found = found[..docs.Length];
        places = places[..docs.Length];
        return docs.Length < MinLookUps || run[^1] - run[0] >= Slots ? Bisect(docs, run, found, places) : LookUp(docs, run, found, places);
    }

    private int LookUp(ReadOnlySpan<int> docs, ReadOnlySpan<int> run, Span<byte> found, Span<byte> places)
    {
        // Every index is bounded: documents by the mask, places by what is ever written to the table, counts by the number of documents.
        ref byte slot = ref MemoryMarshal.GetArrayDataReference(_places);
        for (int i = 0; i < run.Length; i++) Unsafe.Add(ref slot, (nint)(uint)(run[i] & (Slots - 1))) = (byte)i;

        ref int known = ref Padded(run);
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

    private int Bisect(ReadOnlySpan<int> docs, ReadOnlySpan<int> run, Span<byte> found, Span<byte> places)
    {
        ref int known = ref Padded(run);
        ref byte foundAt = ref MemoryMarshal.GetReference(found);
        ref byte placesAt = ref MemoryMarshal.GetReference(places);
        nint count = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            // Seven steps of halves lead to one of 128 places.
            int doc = docs[i];
            nint place = IsBelow(ref known, 63, doc) << 6;
            place += IsBelow(ref known, place + 31, doc) << 5;
            place += IsBelow(ref known, place + 15, doc) << 4;
            place += IsBelow(ref known, place + 7, doc) << 3;
            place += IsBelow(ref known, place + 3, doc) << 2;
            place += IsBelow(ref known, place + 1, doc) << 1;
            place += IsBelow(ref known, place, doc);
            Unsafe.Add(ref foundAt, count) = (byte)i;
            Unsafe.Add(ref placesAt, count) = (byte)place;
            count += Unsafe.Add(ref known, place) == doc ? 1 : 0;
        }

        return (int)count;
    }

    // 1 or 0, from the sign of the difference; neither side is negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint IsBelow(ref int known, nint place, int doc) => (nint)((uint)(Unsafe.Add(ref known, place) - doc) >> 31);

    private ref int Padded(ReadOnlySpan<int> run)
    {
        if (run.Length == BlockSize) return ref MemoryMarshal.GetReference(run);
        run.CopyTo(_run);
        _run.AsSpan(run.Length).Fill(int.MaxValue);
        return ref MemoryMarshal.GetArrayDataReference(_run);
    }
}
