using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Util;

/// <summary>
/// Numbers distinct byte strings from 0 in the order in which they come, and sorts them. For the terms of a segment that is being built. One thread.
/// </summary>
/// <remarks>Open addressing with linear probing, at most half full; the strings lie one after the other in one array.</remarks>
internal sealed class BytesHash
{
    private const int InitialSlots = 64;
    private const int InitialBytes = 1024;
    private const int KeyBytes = 7;

    private Slot[] _slots = new Slot[InitialSlots];
    private byte[] _bytes = new byte[InitialBytes];

    // String i is _bytes[_starts[i] .. _starts[i + 1]].
    private int[] _starts = new int[InitialSlots];

    /// <summary>Number of strings.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of memory held.</summary>
    public long RamBytes => ((long)_slots.Length * Unsafe.SizeOf<Slot>()) + _bytes.Length + ((long)_starts.Length * sizeof(int));

    /// <summary>A string by its number; valid until the next <see cref="Add"/>.</summary>
    public ReadOnlySpan<byte> this[int id] => _bytes.AsSpan(_starts[id], _starts[id + 1] - _starts[id]);

    /// <summary>The number of a string, which is new when it equals the <see cref="Count"/> before.</summary>
    public int Add(ReadOnlySpan<byte> value)
    {
        uint hash = Hash(value);
        Slot[] slots = _slots;
        int mask = slots.Length - 1;
        int at = (int)hash & mask;
        while (true)
        {
            ref Slot slot = ref slots[at];
            if (slot.IdPlusOne == 0) return Insert(at, hash, value);
            if (slot.Hash == hash && this[slot.IdPlusOne - 1].SequenceEqual(value)) return slot.IdPlusOne - 1;
            at = (at + 1) & mask;
        }
    }

    /// <summary>All numbers, ordered by their strings in unsigned byte order.</summary>
    public int[] SortedIds()
    {
        var ids = new int[Count];
        for (int id = 0; id < ids.Length; id++) ids[id] = id;
        var keys = new ulong[ids.Length];

        // Seven bytes at a time settle the order of most; the rest are runs of strings that begin alike, which have more bytes to compare.
        var runs = new Stack<(int Start, int End, int Depth)>();
        runs.Push((0, ids.Length, 0));
        while (runs.TryPop(out (int Start, int End, int Depth) run))
        {
            for (int i = run.Start; i < run.End; i++) keys[i] = Key(this[ids[i]][run.Depth..]);
            keys.AsSpan(run.Start, run.End - run.Start).Sort(ids.AsSpan(run.Start, run.End - run.Start));
            for (int start = run.Start; start < run.End;)
            {
                int end = start + 1;
                while (end < run.End && keys[end] == keys[start]) end++;
                if (end - start > 1) runs.Push((start, end, run.Depth + KeyBytes));
                start = end;
            }
        }

        return ids;
    }

    /// <summary>The next seven bytes, padded with zeros, and how many they are; one more when there are others behind them. So only strings that go on can have equal keys.</summary>
    private static ulong Key(ReadOnlySpan<byte> rest)
    {
        ulong bytes = 0;
        if (rest.Length >= sizeof(ulong))
        {
            bytes = BinaryPrimitives.ReadUInt64BigEndian(rest) & ~0xFFUL;
        }
        else
        {
            for (int i = 0; i < Math.Min(KeyBytes, rest.Length); i++) bytes |= (ulong)rest[i] << (56 - (8 * i));
        }

        return bytes | (uint)Math.Min(rest.Length, KeyBytes + 1);
    }

    /// <summary>Multiply and fold, eight bytes a step; the last step overlaps or is padded.</summary>
    private static uint Hash(ReadOnlySpan<byte> value)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)value.Length * Multiplier;
        if (value.Length >= 8)
        {
            ref byte start = ref MemoryMarshal.GetReference(value);
            int last = value.Length - 8;
            for (int i = 0; i < last; i += 8) hash = Fold(hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, i)));
            hash = Fold(hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, last)));
        }
        else
        {
            ulong word = 0;
            foreach (byte b in value) word = (word << 8) | b;
            hash = Fold(hash ^ word);
        }

        return (uint)(hash >> 32) ^ (uint)hash;

        static ulong Fold(ulong x)
        {
            ulong high = Math.BigMul(x, Multiplier, out ulong low);
            return high ^ low ^ BitOperations.RotateLeft(x, 32);
        }
    }

    private int Insert(int at, uint hash, ReadOnlySpan<byte> value)
    {
        int id = Count;
        int start = _starts[id];
        int end = checked(start + value.Length);
        if (end > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(end, 2L * _bytes.Length)));
        if (id + 2 > _starts.Length) Array.Resize(ref _starts, _starts.Length * 2);
        value.CopyTo(_bytes.AsSpan(start));
        _starts[id + 1] = end;
        _slots[at] = new Slot { Hash = hash, IdPlusOne = id + 1 };
        Count = id + 1;
        if (Count * 2 > _slots.Length) Grow();
        return id;
    }

    private void Grow()
    {
        Slot[] old = _slots;
        var slots = new Slot[old.Length * 2];
        int mask = slots.Length - 1;
        foreach (Slot slot in old)
        {
            if (slot.IdPlusOne == 0) continue;
            int at = (int)slot.Hash & mask;
            while (slots[at].IdPlusOne != 0) at = (at + 1) & mask;
            slots[at] = slot;
        }

        _slots = slots;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Slot
    {
        public uint Hash;
        public int IdPlusOne;
    }
}
