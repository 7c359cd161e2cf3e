using System.Buffers;
using SearchNews.Lucene.Codecs.Compressing;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>BEST_SPEED: decodes the dictionary and those sub-blocks that hold wanted bytes. The layout is on <see cref="StoredFieldsCompressor"/>.</summary>
internal sealed class Lz4StoredFieldsDecompressor : StoredFieldsDecompressor
{
    public override void Decompress(IndexInput input, int unitLength, int from, Span<byte> destination)
    {
        (int dictionary, int block, int blocks) = ReadShape(input, unitLength);
        int dictionaryBytes = input.ReadVInt("compressed length", input.Remaining);
        Span<int> blockBytes = blocks <= 64 ? stackalloc int[blocks] : new int[blocks];
        for (int i = 0; i < blocks; i++) blockBytes[i] = input.ReadVInt("compressed length", input.Remaining);

        long at = input.Position;
        byte[] window = ArrayPool<byte>.Shared.Rent(dictionary + block);
        try
        {
            if (destination.Length > 0)
            {
                Lz4Decompressor.Decompress(input, window, 0, dictionary, 0);
                CopyOverlap(window.AsSpan(0, dictionary), 0, from, destination);
            }

            at += dictionaryBytes;
            for (int i = 0, start = dictionary; i < blocks; at += blockBytes[i], start += block, i++)
            {
                int length = Math.Min(block, unitLength - start);
                if (start + length <= from || start >= from + destination.Length) continue;
                input.Position = at;
                Lz4Decompressor.Decompress(input, window, dictionary, length, 0);
                CopyOverlap(window.AsSpan(dictionary, length), start, from, destination);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(window);
        }

        input.Position = at;
    }
}
