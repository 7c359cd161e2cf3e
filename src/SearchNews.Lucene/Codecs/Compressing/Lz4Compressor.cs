using System.Buffers.Binary;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Compressing;

/// <summary>
/// Greedy LZ4 encoder with a hash table of the last place of each 4-byte sequence; the mirror of <see cref="Lz4Decompressor"/>. Keeps its table
/// between calls; one thread at a time.
/// </summary>
internal sealed class Lz4Compressor
{
    /// <summary>Shortest match, in bytes.</summary>
    public const int MinMatch = 4;

    /// <summary>Matches must end this far before the end of the input, as LZ4 demands.</summary>
    private const int LastLiterals = 5;

    /// <summary>No match may start in the last bytes, as LZ4 demands.</summary>
    private const int MatchStartLimit = 12;

    private const int MaxDistance = (1 << 16) - 1;
    private const int HashBits = 14;

    // Place + 1 of the last occurrence, relative to the block; 0 when there is none.
    private readonly int[] _table = new int[1 << HashBits];

    /// <summary>
    /// Writes the LZ4 form of <paramref name="length"/> bytes of <paramref name="bytes"/> from <paramref name="start"/>; the bytes from
    /// <paramref name="dictionaryStart"/> to start are a preset dictionary.
    /// </summary>
    public void Compress(ReadOnlySpan<byte> bytes, int dictionaryStart, int start, int length, DataOutput output)
    {
        ReadOnlySpan<byte> window = bytes[dictionaryStart..(start + length)];
        int at = start - dictionaryStart;
        int anchor = at;
        int matchStartEnd = window.Length - MatchStartLimit;
        if (length > MatchStartLimit)
        {
            Array.Clear(_table);
            for (int i = Math.Max(0, at - MaxDistance); i < at && i + 4 <= window.Length; i++) _table[Hash(Word(window, i))] = i + 1;
            while (at <= matchStartEnd)
            {
                uint word = Word(window, at);
                ref int slot = ref _table[Hash(word)];
                int candidate = slot - 1;
                slot = at + 1;
                if (candidate < 0 || at - candidate > MaxDistance || Word(window, candidate) != word)
                {
                    at++;
                    continue;
                }

                int match = MinMatch + CommonPrefix(window, candidate + MinMatch, at + MinMatch, window.Length - LastLiterals);
                WriteSequence(output, window[anchor..at], at - candidate, match);
                at += match;
                anchor = at;
            }
        }

        WriteLastLiterals(output, window[anchor..]);
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static int Hash(uint word) => (int)((word * 2654435761u) >> (32 - HashBits));

    private static int CommonPrefix(ReadOnlySpan<byte> bytes, int left, int right, int end) =>
        right >= end ? 0 : bytes[left..].CommonPrefixLength(bytes[right..end]);

    private static void WriteSequence(DataOutput output, ReadOnlySpan<byte> literals, int distance, int match)
    {
        int matchCode = match - MinMatch;
        output.WriteByte((byte)((Math.Min(literals.Length, 15) << 4) | Math.Min(matchCode, 15)));
        WriteLength(output, literals.Length);
        output.WriteBytes(literals);
        output.WriteByte((byte)distance);
        output.WriteByte((byte)(distance >> 8));
        WriteLength(output, matchCode);
    }

    private static void WriteLastLiterals(DataOutput output, ReadOnlySpan<byte> literals)
    {
        output.WriteByte((byte)(Math.Min(literals.Length, 15) << 4));
        WriteLength(output, literals.Length);
        output.WriteBytes(literals);
    }

    private static void WriteLength(DataOutput output, int length)
    {
        if (length < 15) return;
        for (length -= 15; length >= 255; length -= 255) output.WriteByte(255);
        output.WriteByte((byte)length);
    }
}
