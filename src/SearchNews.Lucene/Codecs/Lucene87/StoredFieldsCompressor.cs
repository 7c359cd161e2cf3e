using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>
/// Compresses one unit (BEST_SPEED): its first 80th is the preset dictionary of ten sub-blocks, so that a reader need only decode the dictionary and the
/// sub-block it wants.
/// <code>unit = vInt dictionaryLength, vInt blockLength, vInt compressedLength*, LZ4 dictionary, LZ4 sub-block*</code>
/// One thread at a time.
/// </summary>
internal sealed class StoredFieldsCompressor
{
    private const int SubBlocks = 10;
    private const int DictionaryShare = SubBlocks * 8;

    private readonly Lz4Compressor _lz4 = new();
    private readonly MemoryOutput _lengths = new();
    private readonly MemoryOutput _compressed = new();
    private byte[] _window = [];

    public void Compress(ReadOnlySpan<byte> unit, DataOutput output)
    {
        int dictionary = unit.Length / DictionaryShare;
        int block = (unit.Length - dictionary + SubBlocks - 1) / SubBlocks;
        output.WriteVInt(dictionary);
        output.WriteVInt(block);
        _lengths.Reset();
        _compressed.Reset();
        if (_window.Length < dictionary + block) _window = new byte[dictionary + block];

        // The dictionary must stand right before each sub-block: both are brought together in a window.
        unit[..dictionary].CopyTo(_window);
        CompressPart(0, dictionary);
        for (int start = dictionary; start < unit.Length; start += block)
        {
            int length = Math.Min(block, unit.Length - start);
            unit.Slice(start, length).CopyTo(_window.AsSpan(dictionary));
            CompressPart(dictionary, length);
        }

        _lengths.CopyTo(output);
        _compressed.CopyTo(output);
    }

    private void CompressPart(int start, int length)
    {
        long before = _compressed.Position;
        _lz4.Compress(_window, 0, start, length, _compressed);
        _lengths.WriteVInt((int)(_compressed.Position - before));
    }
}
