using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Util.Checksums;

/// <summary>The portable kernel: sixteen table look-ups for each sixteen bytes. Runs everywhere.</summary>
/// <remarks>Source: M. Kounavis and F. Berry, "Novel Table Lookup-Based Algorithms for High-Performance CRC Generation", 2008.</remarks>
internal sealed class SlicingCrc32 : ICrc32Kernel
{
    private const int Slices = 16;

    // Tables[s * 256 + b]: the remainder of byte b followed by s zero bytes.
    private static readonly uint[] Tables = BuildTables();

    /// <inheritdoc/>
    public static bool IsSupported => true;

    /// <inheritdoc/>
    public static uint Update(uint state, ReadOnlySpan<byte> bytes)
    {
        ref uint tables = ref MemoryMarshal.GetArrayDataReference(Tables);
        while (bytes.Length >= Slices)
        {
            state = Step(ref tables, 12, BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state)
                ^ Step(ref tables, 8, BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]))
                ^ Step(ref tables, 4, BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]))
                ^ Step(ref tables, 0, BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]));
            bytes = bytes[Slices..];
        }

        foreach (byte b in bytes) state = (state >> 8) ^ Unsafe.Add(ref tables, (byte)(state ^ b));
        return state;
    }

    // The remainder of four bytes that are followed by so many zeros. The index is a byte in one of the sixteen tables, so never out of bounds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Step(ref uint tables, int zeros, uint four) =>
        Unsafe.Add(ref tables, ((zeros + 3) << 8) + (byte)four)
        ^ Unsafe.Add(ref tables, ((zeros + 2) << 8) + (byte)(four >> 8))
        ^ Unsafe.Add(ref tables, ((zeros + 1) << 8) + (byte)(four >> 16))
        ^ Unsafe.Add(ref tables, (zeros << 8) + (int)(four >> 24));

    private static uint[] BuildTables()
    {
        var tables = new uint[Slices * 256];
        for (uint b = 0; b < 256; b++)
        {
            uint crc = b;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Crc32.Polynomial : crc >> 1;
            tables[b] = crc;
        }

        for (int i = 256; i < tables.Length; i++) tables[i] = (tables[i - 256] >> 8) ^ tables[(byte)tables[i - 256]];
        return tables;
    }
}
