using SearchNews.Lucene.Util.Checksums;

namespace SearchNews.Lucene.Util;

/// <summary>
/// CRC-32 as zlib computes it (reflected polynomial EDB88320, initial value and final xor all ones), by the fastest kernel this processor runs.
/// Not thread-safe.
/// </summary>
public sealed class Crc32
{
    internal const uint Polynomial = 0xEDB88320;

    private uint _state = uint.MaxValue;

    /// <summary>The checksum of everything appended so far.</summary>
    public uint Value => ~_state;

    /// <summary>The checksum of <paramref name="bytes"/> alone.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes) => ~Update(uint.MaxValue, bytes);

    /// <summary>Takes in more bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _state = Update(_state, bytes);

    // The test is a constant to the compiler that compiles at run time.
    private static uint Update(uint state, ReadOnlySpan<byte> bytes) =>
        FoldingCrc32.IsSupported ? FoldingCrc32.Update(state, bytes) : SlicingCrc32.Update(state, bytes);
}
