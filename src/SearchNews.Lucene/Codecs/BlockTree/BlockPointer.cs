using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>Where a block is, as the index tells it.</summary>
/// <param name="FirstFP">Where the prefix's blocks begin in .tim.</param>
/// <param name="FP">The block itself: above <paramref name="FirstFP"/> when it is a later floor block.</param>
/// <param name="HasTerms">Some entry of the block is a term; the others are sub-blocks.</param>
internal readonly record struct BlockPointer(long FirstFP, long FP, bool HasTerms)
{
    private const int FloorFlag = 1;
    private const int TermsFlag = 2;

    /// <summary>Encodes the blocks of one prefix; the inverse of <see cref="TryDecode"/>.</summary>
    public static void Encode(DataOutput output, ReadOnlySpan<WrittenBlock> blocks)
    {
        long first = blocks[0].FP;
        output.WriteVLong((first << 2) | (blocks[0].HasTerms ? TermsFlag : 0L) | (blocks.Length > 1 ? FloorFlag : 0L));
        if (blocks.Length == 1) return;
        output.WriteVInt(blocks.Length - 1);
        foreach (WrittenBlock block in blocks[1..])
        {
            output.WriteByte((byte)block.LeadByte);
            output.WriteVLong(((block.FP - first) << 1) | (block.HasTerms ? 1L : 0L));
        }
    }

    /// <summary>Finds the block of a prefix in which a target is, if anywhere.</summary>
    /// <param name="code">The prefix's code.</param>
    /// <param name="leadByte">The target's byte behind the prefix, -1 when the target is the prefix.</param>
    /// <param name="pointer">The block.</param>
    /// <returns>False when the code is damaged.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> code, int leadByte, out BlockPointer pointer)
    {
        pointer = default;
        if (!TryReadVLong(ref code, out long head)) return false;
        long first = head >>> 2;
        pointer = new BlockPointer(first, first, (head & TermsFlag) != 0);
        if ((head & FloorFlag) == 0) return code.IsEmpty;
        if (!TryReadVLong(ref code, out long following)) return false;
        for (; following > 0; following--)
        {
            if (code.IsEmpty) return false;
            if (code[0] > leadByte) return true;
            code = code[1..];
            if (!TryReadVLong(ref code, out long next)) return false;
            pointer = new BlockPointer(first, first + (next >>> 1), (next & 1) != 0);
        }

        return code.IsEmpty;
    }

    private static bool TryReadVLong(ref ReadOnlySpan<byte> code, out long value)
    {
        value = 0;
        for (int i = 0; i < code.Length && i < 9; i++)
        {
            value |= (long)(code[i] & 0x7F) << (7 * i);
            if (code[i] >= 0x80) continue;
            code = code[(i + 1)..];
            return true;
        }

        return false;
    }
}
