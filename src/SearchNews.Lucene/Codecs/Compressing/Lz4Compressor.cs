using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Compressing;

/// <summary>
/// Greedy LZ4 encoder with a hash table of the last place of each 4-byte sequence; the mirror of <see cref="Lz4Decompressor"/>. Keeps its tables
/// between calls; one thread at a time. The same input always gives the same output.
/// </summary>
/// <remarks>
/// A slot has the low 16 bits of a place, which tell all distances that LZ4 knows. A slot that was never set says place 0, and a place farther off looks nearer
/// than it is: what a slot says is only a hint, and a match is one whose bytes are equal.
/// </remarks>
internal sealed class Lz4Compressor
{
    /// <summary>Shortest match, in bytes.</summary>
    public const int MinMatch = 4;

    /// <summary>Matches must end this far before the end of the input, as LZ4 demands.</summary>
    private const int LastLiterals = 5;

    /// <summary>No match may start in the last bytes, as LZ4 demands.</summary>
    private const int MatchStartLimit = 12;

    private const int HashBits = 14;

    private readonly ushort[] _table = new ushort[1 << HashBits];
    private readonly ushort[] _dictionaryTable = new ushort[1 << HashBits];
    private byte[] _output = [];

    /// <summary>
    /// Writes the LZ4 form of <paramref name="length"/> bytes of <paramref name="bytes"/> from <paramref name="start"/>; the bytes from
    /// <paramref name="dictionaryStart"/> to start are a preset dictionary.
    /// </summary>
    public void Compress(ReadOnlySpan<byte> bytes, int dictionaryStart, int start, int length, DataOutput output)
    {
        ReadOnlySpan<byte> window = bytes[dictionaryStart..(start + length)];
        Array.Clear(_table);
        if (length > MatchStartLimit) AddPlaces(_table, window[..(start - dictionaryStart)]);
        Encode(window, start - dictionaryStart, output);
    }

    /// <summary>Takes a dictionary for calls of <see cref="CompressBehindDictionary"/>.</summary>
    public void SetDictionary(ReadOnlySpan<byte> dictionary)
    {
        Array.Clear(_dictionaryTable);
        AddPlaces(_dictionaryTable, dictionary);
    }

    /// <summary>As <see cref="Compress"/>, behind the dictionary that was set.</summary>
    /// <param name="window">The dictionary, and right behind it what to compress.</param>
    /// <param name="start">Length of the dictionary.</param>
    /// <param name="output">Where to.</param>
    public void CompressBehindDictionary(ReadOnlySpan<byte> window, int start, DataOutput output)
    {
        _dictionaryTable.CopyTo(_table, 0);
        Encode(window, start, output);
    }

    private static void AddPlaces(ushort[] table, ReadOnlySpan<byte> bytes)
    {
        for (int i = Math.Max(0, bytes.Length - ushort.MaxValue); i + sizeof(uint) <= bytes.Length; i++)
            table[Hash(BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]))] = (ushort)i;
    }

    private static int Hash(uint word) => (int)((word * 2654435761u) >> (32 - HashBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ref byte bytes, int at) => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref bytes, at));

    private void Encode(ReadOnlySpan<byte> window, int start, DataOutput output)
    {
        // Literals only are the worst: a byte for each 255 of them, and a token.
        int most = window.Length - start + ((window.Length - start) / byte.MaxValue) + 16;
        if (_output.Length < most) _output = new byte[Math.Max(most, 2 * _output.Length)];
        int anchor = start;
        int written = 0;
        if (window.Length - start > MatchStartLimit) written = EncodeMatches(window, ref anchor);
        written = WriteLiterals(window[anchor..], 0, written);
        output.WriteBytes(_output.AsSpan(0, written));
    }

    /// <summary>Writes all sequences with a match.</summary>
    /// <param name="window">All bytes.</param>
    /// <param name="anchor">On entry the first byte to write, on return the first that was not written.</param>
    /// <returns>Bytes written.</returns>
    private int EncodeMatches(ReadOnlySpan<byte> window, ref int anchor)
    {
        // All places are below the last start, which is twelve bytes before the end.
        ref byte bytes = ref MemoryMarshal.GetReference(window);
        ref ushort table = ref MemoryMarshal.GetArrayDataReference(_table);
        int lastStart = window.Length - MatchStartLimit;
        int matchEnd = window.Length - LastLiterals;
        int written = 0;
        int at = anchor;
        while (at <= lastStart)
        {
            uint word = Read<uint>(ref bytes, at);
            ref ushort slot = ref Unsafe.Add(ref table, Hash(word));
            int distance = (ushort)(at - slot);
            int candidate = at - distance;
            slot = (ushort)at;
            if (distance == 0 || candidate < 0 || Read<uint>(ref bytes, candidate) != word)
            {
                at++;
                continue;
            }

            int end = at + MinMatch + CommonPrefix(ref bytes, candidate + MinMatch, at + MinMatch, matchEnd);
            for (; at > anchor && at > distance && Unsafe.Add(ref bytes, at - 1) == Unsafe.Add(ref bytes, at - distance - 1); at--)
            {
            }

            int matchCode = end - at - MinMatch;
            written = WriteLiterals(window[anchor..at], Math.Min(matchCode, 15), written);
            BinaryPrimitives.WriteUInt16LittleEndian(_output.AsSpan(written), (ushort)distance);
            written = WriteLength(matchCode, written + sizeof(ushort));
            anchor = at = end;

            // One place of those passed over: often what follows it comes again.
            if (end <= lastStart) Unsafe.Add(ref table, Hash(Read<uint>(ref bytes, end - 2))) = (ushort)(end - 2);
        }

        return written;
    }

    private static int CommonPrefix(ref byte bytes, int left, int right, int end)
    {
        int start = right;
        for (; right + sizeof(ulong) <= end; left += sizeof(ulong), right += sizeof(ulong))
        {
            ulong difference = Read<ulong>(ref bytes, left) ^ Read<ulong>(ref bytes, right);
            if (difference == 0) continue;
            int equal = BitConverter.IsLittleEndian ? BitOperations.TrailingZeroCount(difference) : BitOperations.LeadingZeroCount(difference);
            return right - start + (equal >> 3);
        }

        for (; right < end && Unsafe.Add(ref bytes, left) == Unsafe.Add(ref bytes, right); left++, right++)
        {
        }

        return Math.Max(0, right - start);
    }

    /// <summary>Writes a token and literals, and returns the number of bytes written so far.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int WriteLiterals(ReadOnlySpan<byte> literals, int matchNibble, int written)
    {
        _output[written++] = (byte)((Math.Min(literals.Length, 15) << 4) | matchNibble);
        written = WriteLength(literals.Length, written);
        literals.CopyTo(_output.AsSpan(written));
        return written + literals.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int WriteLength(int length, int written)
    {
        if (length < 15) return written;
        for (length -= 15; length >= byte.MaxValue; length -= byte.MaxValue) _output[written++] = byte.MaxValue;
        _output[written++] = (byte)length;
        return written;
    }
}
