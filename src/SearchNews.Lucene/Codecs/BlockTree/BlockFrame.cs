namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>A place on the path from the root block to the current term. The block is parsed when the walk gets to it. Reused.</summary>
/// <remarks>
/// Blocks are written children first and in order, so the blocks below one prefix fill a stretch of .tim that ends where its own begin, and the
/// stretches of neighbours follow each other. The bounds here hold a walk to that, so it visits no block twice, whatever a damaged file says.
/// </remarks>
internal sealed class BlockFrame(TermBlock block)
{
    private long _fp;

    /// <summary>The block; valid when <see cref="IsLoaded"/>.</summary>
    public TermBlock Block => block;

    /// <summary>The block is parsed.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>The next entry to visit. The current term is the one before.</summary>
    public int Next { get; set; }

    /// <summary>Where the prefix's blocks begin, exclusive limit of its sub-blocks.</summary>
    public long FirstFP { get; private set; }

    /// <summary>Length of the prefix.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Where the blocks of the prefix end at the latest.</summary>
    public long Limit { get; set; }

    /// <summary>Sub-blocks not visited yet begin here at the earliest.</summary>
    public long SubBlocksStart { get; set; }

    /// <summary>Makes this the frame of a block, not parsed yet.</summary>
    /// <param name="pointer">The block.</param>
    /// <param name="prefixLength">Length of its prefix.</param>
    /// <param name="subBlocksStart">Where its sub-blocks begin at the earliest.</param>
    /// <param name="limit">Where the blocks of its prefix end at the latest.</param>
    public void Set(BlockPointer pointer, int prefixLength, long subBlocksStart, long limit)
    {
        FirstFP = pointer.FirstFP;
        _fp = pointer.FP;
        PrefixLength = prefixLength;
        Limit = limit;
        SubBlocksStart = subBlocksStart;
        IsLoaded = false;
        Next = 0;
    }

    /// <summary>Parses the block; the next entry is its first.</summary>
    public void Load()
    {
        block.Load(_fp, PrefixLength, Limit);
        IsLoaded = true;
        Next = 0;
    }

    /// <summary>Goes on to the next floor block.</summary>
    public void LoadNextFloorBlock()
    {
        _fp = block.EndFP;
        Load();
    }

    /// <summary>Comes back from a sub-block: the next entry is the one behind it.</summary>
    public void Resume(BlockFrame child)
    {
        if (!IsLoaded)
        {
            Load();
            int index = block.IndexOfSubBlock(child.FirstFP);
            if (index < 0) block.ThrowMissingSubBlock(child.FirstFP);
            Next = index + 1;
        }

        SubBlocksStart = child.Block.EndFP;
    }
}
