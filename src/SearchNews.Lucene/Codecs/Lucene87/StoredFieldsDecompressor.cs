using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>Decodes a part of one compressed unit. Stateless and thread-safe.</summary>
internal abstract class StoredFieldsDecompressor
{
    /// <summary>
    /// Decodes bytes <paramref name="from"/> to from + destination.Length of a unit of <paramref name="unitLength"/> uncompressed bytes, and
    /// leaves <paramref name="input"/> behind the unit. With an empty destination it only skips.
    /// </summary>
    /// <exception cref="CorruptIndexException">The unit is not what its lengths say.</exception>
    public abstract void Decompress(IndexInput input, int unitLength, int from, Span<byte> destination);

    /// <summary>Reads the two lengths that open a unit and checks them.</summary>
    protected static (int Dictionary, int Block, int Blocks) ReadShape(IndexInput input, int unitLength)
    {
        int dictionary = input.ReadVInt("dictionary length", unitLength);
        int rest = unitLength - dictionary;
        int block = input.ReadVInt("block length", Math.Max(rest, 0));
        if (block == 0 && rest > 0) throw new CorruptIndexException($"block length 0 for {rest} bytes", input.Name, input.Position);
        int blocks = rest == 0 ? 0 : (rest + block - 1) / block;
        if (blocks >= input.Remaining) throw new CorruptIndexException($"{blocks} blocks in {input.Remaining} bytes", input.Name, input.Position);
        return (dictionary, block, blocks);
    }

    /// <summary>Copies what the decoded range, which starts at <paramref name="start"/> in the unit, shares with the wanted range.</summary>
    protected static void CopyOverlap(ReadOnlySpan<byte> decoded, int start, int from, Span<byte> destination)
    {
        int low = Math.Max(start, from);
        int high = Math.Min(start + decoded.Length, from + destination.Length);
        if (low < high) decoded[(low - start)..(high - start)].CopyTo(destination[(low - from)..]);
    }
}
