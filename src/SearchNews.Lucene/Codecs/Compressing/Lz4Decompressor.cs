using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Compressing;

/// <summary>
/// LZ4 blocks without frame or length: token (high nibble literals, low nibble match length - 4; 15 goes on in bytes until one is below
/// 255), literals, 2-byte little-endian distance. Decoding stops when the known length is reached, tested after the literals and after each match.
/// Matches may reach back into a preset dictionary, which stands right before the output in the same buffer.
/// </summary>
internal static class Lz4Decompressor
{
    /// <summary>
    /// Decodes <paramref name="length"/> bytes from <paramref name="input"/> into <paramref name="buffer"/> from <paramref name="start"/>; the bytes before
    /// start, back to <paramref name="dictionaryStart"/>, may be referred to. A length of 0 still takes one token byte.
    /// </summary>
    /// <exception cref="CorruptIndexException">A literal or match runs out of bounds.</exception>
    public static void Decompress(IndexInput input, byte[] buffer, int start, int length, int dictionaryStart)
    {
        int at = start;
        int end = start + length;
        while (true)
        {
            int token = input.ReadByte();
            int literals = ReadLength(input, token >> 4);
            if (literals > end - at) throw new CorruptIndexException($"LZ4: {literals} literals, {end - at} bytes wanted", input.Name, input.Position);
            input.ReadBytes(buffer.AsSpan(at, literals));
            at += literals;
            if (at == end) return;

            int distance = input.ReadByte() | (input.ReadByte() << 8);
            int match = ReadLength(input, token & 15) + Lz4Compressor.MinMatch;
            if (distance == 0 || distance > at - dictionaryStart || match > end - at)
                throw new CorruptIndexException($"LZ4: match of {match} bytes at distance {distance} is out of bounds", input.Name, input.Position);
            CopyMatch(buffer, at, distance, match);
            at += match;
            if (at == end) return;
        }
    }

    private static void CopyMatch(byte[] buffer, int at, int distance, int length)
    {
        if (distance >= length)
        {
            buffer.AsSpan(at - distance, length).CopyTo(buffer.AsSpan(at));
            return;
        }

        // The match overlaps its own output: bytes repeat with the distance as period.
        for (int i = 0; i < length; i++) buffer[at + i] = buffer[at + i - distance];
    }

    private static int ReadLength(IndexInput input, int nibble)
    {
        int length = nibble;
        if (nibble != 15) return length;
        byte b;
        do
        {
            b = input.ReadByte();
            length += b;
            if (length < 0) throw new CorruptIndexException("LZ4: length overflows", input.Name, input.Position);
        }
        while (b == 255);
        return length;
    }
}
