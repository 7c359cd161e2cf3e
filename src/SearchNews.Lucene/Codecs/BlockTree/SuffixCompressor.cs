using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>Chooses how the suffixes of a block are written, by Lucene's rules. One thread.</summary>
internal sealed class SuffixCompressor
{
    // Every search passes through the blocks of short prefixes; they stay as they are.
    private const int MinPrefixLength = 3;

    // Bytes an entry on average, exclusive. Below the first there is nothing to gain, below the second there are no repetitions of four bytes for LZ4 to find.
    private const int MinBytesPerEntry = 2;
    private const int MinBytesPerEntryForLz4 = 6;

    private readonly MemoryOutput _compressed = new();
    private readonly Lz4Compressor _lz4 = new();

    /// <summary>The bytes to write: <paramref name="suffixes"/> itself, or their compressed form, valid until the next call.</summary>
    /// <param name="suffixes">The suffixes of a block, joined.</param>
    /// <param name="entries">How many they are.</param>
    /// <param name="prefixLength">Length of the block's prefix.</param>
    /// <param name="compression">What the result is.</param>
    public ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> suffixes, int entries, int prefixLength, out SuffixCompression compression)
    {
        compression = SuffixCompression.None;
        if (prefixLength < MinPrefixLength || suffixes.Length <= (long)MinBytesPerEntry * entries) return suffixes;
        _compressed.Reset();
        if (suffixes.Length > (long)MinBytesPerEntryForLz4 * entries)
        {
            _lz4.Compress(suffixes, 0, 0, suffixes.Length, _compressed);
            if (_compressed.Position < suffixes.Length - (suffixes.Length >>> 2))
            {
                compression = SuffixCompression.Lz4;
                return _compressed.WrittenSpan;
            }

            _compressed.Reset();
        }

        if (!LowercaseAscii.TryCompress(suffixes, _compressed)) return suffixes;
        compression = SuffixCompression.LowercaseAscii;
        return _compressed.WrittenSpan;
    }
}
