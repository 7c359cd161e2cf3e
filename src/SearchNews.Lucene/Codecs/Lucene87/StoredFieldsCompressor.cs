using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>
/// Compresses one unit (BEST_SPEED): its first bytes are the preset dictionary of sub-blocks of at most 8 KiB, so that a reader need only decode the dictionary and the
/// sub-block it wants. How long they are is up to the writer; a unit that fits in one sub-block has no dictionary.
/// <code>unit = vInt dictionaryLength, vInt blockLength, vInt compressedLength*, LZ4 dictionary, LZ4 sub-block*</code>
/// One thread at a time.
/// </summary>
internal sealed class StoredFieldsCompressor
{
    private const int MaxBlock = 8 << 10;

    // A longer dictionary makes the sub-blocks shorter and each read longer: 4 KiB of a chunk of 80 KiB took 5% less room than 1 KiB.
    private const int MaxDictionary = 4 << 10;
    private const int DictionaryShare = 16;

    private readonly Lz4Compressor _lz4 = new();
    private readonly MemoryOutput _lengths = new();
    private readonly MemoryOutput _compressed = new();
    private byte[] _window = [];

    public void Compress(ReadOnlySpan<byte> unit, DataOutput output)
    {
        int dictionary = unit.Length <= MaxBlock ? 0 : Math.Min(MaxDictionary, unit.Length / DictionaryShare);
        int rest = unit.Length - dictionary;
        int blocks = Math.Max(1, (rest + MaxBlock - 1) / MaxBlock);
        int block = (rest + blocks - 1) / blocks;
        output.WriteVInt(dictionary);
        output.WriteVInt(block);
        _lengths.Reset();
        _compressed.Reset();
        if (_window.Length < dictionary + block) _window = new byte[dictionary + block];

        // The dictionary must stand right before each sub-block: both are brought together in a window.
        unit[..dictionary].CopyTo(_window);
        _lz4.Compress(unit, 0, 0, dictionary, _compressed);
        AddLength(0);
        _lz4.SetDictionary(unit[..dictionary]);
        for (int start = dictionary; start < unit.Length; start += block)
        {
            int length = Math.Min(block, unit.Length - start);
            unit.Slice(start, length).CopyTo(_window.AsSpan(dictionary));
            long before = _compressed.Position;
            _lz4.CompressBehindDictionary(_window.AsSpan(0, dictionary + length), dictionary, _compressed);
            AddLength(before);
        }

        _lengths.CopyTo(output);
        _compressed.CopyTo(output);
    }

    private void AddLength(long before) => _lengths.WriteVInt((int)(_compressed.Position - before));
}
