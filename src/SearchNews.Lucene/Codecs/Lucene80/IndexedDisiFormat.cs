namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// A set of documents on disk, in blocks of 65,536 that each take the smallest of three forms.
/// <code>
/// set        = block*, terminator, jump*
/// block      = u16 blockId, u16 cardinality - 1, docs            ascending blockId, empty blocks are left out
/// docs       = u16 lowDocBits*                                   cardinality up to 4095 (sparse), ascending
///            | u16 rank[128], i64 word[1024]                     4096 to 65535 (dense)
///            | nothing                                           65536 (all)
/// terminator = 7F FF 00 00 FF FF                                 a sparse block that holds NoMoreDocs
/// jump       = i32 index, i32 offset                             for each blockId from 0 to the last one + 1
/// </code>
/// rank[k] counts the documents before the k-th 512 of the block; the lowest document of a word is its lowest bit. A jump names the first
/// stored block at or behind its id: how many documents come before, and where the block starts, from the start of the set. There are
/// no jumps when only block 0 is stored. Source: Lucene 8 IndexedDISI.
/// </summary>
internal static class IndexedDisiFormat
{
    /// <summary>A block holds 2^16 documents.</summary>
    public const int BlockShift = 16;

    public const int BlockSize = 1 << BlockShift;

    /// <summary>The greatest cardinality of a sparse block: up to here its documents take less room than a bitmap.</summary>
    public const int MaxSparse = 4095;

    /// <summary>A rank every 2^9 documents.</summary>
    public const int RankPower = 9;

    /// <summary>Bytes of the 128 ranks of a dense block.</summary>
    public const int RankBytes = 2 * (BlockSize >> RankPower);

    /// <summary>64-bit words of a dense block.</summary>
    public const int WordsPerBlock = BlockSize >> 6;

    /// <summary>Words from one rank to the next.</summary>
    public const int WordsPerRank = 1 << (RankPower - 6);

    public const int TerminatorBlock = 0x7FFF;

    public const int TerminatorDoc = 0xFFFF;

    /// <summary>Entries of the jump table when <paramref name="lastBlock"/> is the last block stored.</summary>
    public static int JumpCount(int lastBlock) => lastBlock == 0 ? 0 : lastBlock + 2;

    /// <summary>Blocks, stored or not, up to the last one stored when the jump table has so many entries.</summary>
    public static int BlockCount(int jumps) => Math.Max(1, jumps - 1);
}
