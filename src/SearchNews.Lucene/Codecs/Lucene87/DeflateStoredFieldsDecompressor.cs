using System.Buffers.Binary;
using System.IO.Compression;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>
/// BEST_COMPRESSION, read only: raw DEFLATE with a preset dictionary.
/// <code>unit = vInt dictionaryLength, vInt blockLength, (vInt compressedLength, bytes)*</code>
/// .NET's inflater takes no preset dictionary, but a stored block that holds it, put before the data, leaves the same window behind.
/// </summary>
internal sealed class DeflateStoredFieldsDecompressor : StoredFieldsDecompressor
{
    private const int StoredBlockHeader = 5;

    /// <summary>A stored block holds at most this many bytes; the dictionary is far shorter (a 60th of a chunk).</summary>
    private const int MaxDictionary = ushort.MaxValue;

    public override void Decompress(IndexInput input, int unitLength, int from, Span<byte> destination)
    {
        (int dictionary, int block, int blocks) = ReadShape(input, unitLength);
        if (dictionary > MaxDictionary) throw new CorruptIndexException($"dictionary of {dictionary} bytes", input.Name, input.Position);

        ReadOnlySpan<byte> compressedDictionary = ReadPart(input);
        byte[] dictionaryBytes = destination.Length == 0 ? [] : Inflate(input, [], compressedDictionary, dictionary);
        CopyOverlap(dictionaryBytes, 0, from, destination);
        for (int i = 0, start = dictionary; i < blocks; i++, start += block)
        {
            ReadOnlySpan<byte> compressed = ReadPart(input);
            int length = Math.Min(block, unitLength - start);
            if (start + length <= from || start >= from + destination.Length) continue;
            CopyOverlap(Inflate(input, dictionaryBytes, compressed, length), start, from, destination);
        }
    }

    private static ReadOnlySpan<byte> ReadPart(IndexInput input) => input.ReadSpan(input.ReadVInt("compressed length", input.Remaining));

    private static byte[] Inflate(IndexInput input, byte[] dictionary, ReadOnlySpan<byte> compressed, int length)
    {
        byte[] output = new byte[length];
        if (length == 0) return output;
        byte[] primed = new byte[StoredBlockHeader + dictionary.Length + compressed.Length];
        BinaryPrimitives.WriteUInt16LittleEndian(primed.AsSpan(1), (ushort)dictionary.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(primed.AsSpan(3), (ushort)~dictionary.Length);
        dictionary.CopyTo(primed, StoredBlockHeader);
        compressed.CopyTo(primed.AsSpan(StoredBlockHeader + dictionary.Length));
        try
        {
            using var inflater = new DeflateStream(new MemoryStream(primed), CompressionMode.Decompress);
            inflater.ReadExactly(new byte[dictionary.Length]);
            inflater.ReadExactly(output);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new CorruptIndexException("a DEFLATE block cannot be decoded", input.Name, input.Position, e);
        }

        return output;
    }
}
