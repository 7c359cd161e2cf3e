using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Blocks of 128 document ids, as differences: <c>u8 width</c>, then a FOR block of that width. Width 0 has no block: every difference is 1.
/// </summary>
internal static class ForDeltaUtil
{
    /// <summary>Appends 128 differences, none negative.</summary>
    public static void Encode(ReadOnlySpan<int> deltas, DataOutput output)
    {
        int or = 0;
        bool allOne = true;
        foreach (int delta in deltas)
        {
            or |= delta;
            allOne &= delta == 1;
        }

        int width = allOne ? 0 : ForUtil.BitsRequired(or);
        output.WriteByte((byte)width);
        if (width > 0) ForUtil.Encode(deltas, width, output);
    }

    /// <summary>Reads 128 documents.</summary>
    /// <param name="input">At the block; behind it afterwards.</param>
    /// <param name="previous">The document before the first, 0 or more.</param>
    /// <param name="limit">Documents must be below it.</param>
    /// <param name="docs">Its first 128 elements are filled.</param>
    /// <exception cref="CorruptIndexException">A document is at or above the limit.</exception>
    public static void Decode(IndexInput input, int previous, int limit, Span<int> docs)
    {
        long at = input.Position;
        docs = docs[..Lucene84PostingsFormat.BlockSize];
        int width = input.ReadByte();
        if (width > ForUtil.MaxWidth) throw new CorruptIndexException($"width of a block of documents is {width}, expected 0 to {ForUtil.MaxWidth}", input.Name, at);
        if (ForDeltaVector.Supports(width))
        {
            ForDeltaVector.Decode(input.ReadSpan(ForUtil.ByteLength(width)), width, previous, docs);
        }
        else
        {
            if (width == 0) docs.Fill(1);
            else ForUtil.Decode(input, width, docs);
            AddUp(docs, width, previous, limit, input, at);
        }

        if ((uint)docs[^1] >= (uint)limit) ThrowBeyond((uint)docs[^1], limit, input, at);
    }

    private static void AddUp(Span<int> docs, int width, int previous, int limit, IndexInput input, long at)
    {
        // 128 sums of up to 24 bits on top of a document stay below 2^32, so the last, taken as unsigned, shows any overflow. Wider ones might wrap round.
        if (width > 24) CheckSum(docs, previous, limit, input, at);
        PrefixSum.AddUp(docs, previous);
    }

    private static void CheckSum(ReadOnlySpan<int> deltas, int previous, int limit, IndexInput input, long at)
    {
        long sum = previous;
        foreach (int delta in deltas) sum += delta;
        if (sum >= limit) ThrowBeyond(sum, limit, input, at);
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void ThrowBeyond(long doc, int limit, IndexInput input, long at) =>
        throw new CorruptIndexException($"a block of documents goes up to {doc}, expected less than {limit}", input.Name, at);
}
