namespace SearchNews.Lucene.Util;

/// <summary>
/// CRC-32 as zlib computes it (reflected polynomial EDB88320, initial value and final xor all ones), sixteen table look-ups a step.
/// Not thread-safe.
/// </summary>
/// <remarks>Source: M. Kounavis and F. Berry, "Novel Table Lookup-Based Algorithms for High-Performance CRC Generation", 2008.</remarks>
public sealed class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 16;

    // Tables[s * 256 + b]: the remainder of byte b followed by s zero bytes.
    private static readonly uint[] Tables = BuildTables();

    private uint _state = uint.MaxValue;

    /// <summary>The checksum of everything appended so far.</summary>
    public uint Value => ~_state;

    /// <summary>The checksum of <paramref name="bytes"/> alone.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes) => ~Update(uint.MaxValue, bytes);

    /// <summary>Takes in more bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _state = Update(_state, bytes);

    private static uint Update(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint[] tables = Tables;
        while (bytes.Length >= Slices)
        {
            uint next = 0;
            for (int i = 0; i < 4; i++) next ^= tables[((15 - i) << 8) + (byte)(bytes[i] ^ (crc >> (8 * i)))];
            for (int i = 4; i < Slices; i++) next ^= tables[((15 - i) << 8) + bytes[i]];
            crc = next;
            bytes = bytes[Slices..];
        }

        foreach (byte b in bytes) crc = (crc >> 8) ^ tables[(byte)(crc ^ b)];
        return crc;
    }

    private static uint[] BuildTables()
    {
        var tables = new uint[Slices * 256];
        for (uint b = 0; b < 256; b++)
        {
            uint crc = b;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
            tables[b] = crc;
        }

        for (int i = 256; i < tables.Length; i++) tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        return tables;
    }
}
