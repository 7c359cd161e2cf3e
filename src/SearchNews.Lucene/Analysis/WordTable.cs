using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SearchNews.Lucene.Analysis;

/// <summary>
/// Numbers short ASCII words from 0 in the order in which they come, so that those that come often are close together. A word is its own key, in sixteen bytes: looking one up touches
/// two cache lines. One thread.
/// </summary>
/// <remarks>Open addressing with linear probing, at most half full.</remarks>
internal sealed class WordTable
{
    /// <summary>Most characters of a word.</summary>
    public const int MaxLength = 15;

    private readonly ushort[] _slots;
    private Key[] _keys = new Key[256];

    /// <summary>Makes room for words.</summary>
    /// <param name="capacity">How many; a power of two, at most 32,768.</param>
    public WordTable(int capacity)
    {
        Capacity = capacity;
        _slots = new ushort[2 * capacity];
    }

    /// <summary>How many words there may be.</summary>
    public int Capacity { get; }

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>Makes the key of a word: its bytes, padded with zeros, and its length in the last.</summary>
    /// <param name="buffer">Starts with the word; at least sixteen characters long.</param>
    /// <param name="length">Length of the word.</param>
    /// <param name="key">The key.</param>
    /// <returns>False when the word is too long or not ASCII.</returns>
    public static bool TryMakeKey(ReadOnlySpan<char> buffer, int length, out Key key)
    {
        if ((uint)length > MaxLength)
        {
            key = default;
            return false;
        }

        ref ushort start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(buffer[..16]));
        Vector128<byte> inWord = Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length));
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(inWord.AsSByte());
        Vector128<ushort> first = Vector128.LoadUnsafe(ref start) & low.AsUInt16();
        Vector128<ushort> second = Vector128.LoadUnsafe(ref start, 8) & high.AsUInt16();
        Vector128<ulong> bytes = Vector128.Narrow(first, second).WithElement(MaxLength, (byte)length).AsUInt64();
        key = new Key(bytes.GetElement(0), bytes.GetElement(1));
        return ((first | second) & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;
    }

    /// <summary>The number of a word; that of a new one is the <see cref="Count"/> before. There must be room for it.</summary>
    public int Add(Key key)
    {
        ushort[] slots = _slots;
        int mask = slots.Length - 1;
        for (int at = Hash(key) & mask; ; at = (at + 1) & mask)
        {
            int number = slots[at] - 1;
            if (number < 0) return Insert(at, key);
            if (_keys[number] == key) return number;
        }
    }

    private static int Hash(Key key)
    {
        ulong mixed = (key.Low ^ BitOperations.RotateLeft(key.High, 29)) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 40);
    }

    private int Insert(int at, Key key)
    {
        if (Count == _keys.Length) Array.Resize(ref _keys, 2 * Count);
        _keys[Count] = key;
        _slots[at] = (ushort)(Count + 1);
        return Count++;
    }

    /// <summary>A word.</summary>
    internal readonly record struct Key(ulong Low, ulong High);
}
