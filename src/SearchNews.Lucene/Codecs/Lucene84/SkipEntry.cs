namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// A point in a term's postings between two blocks of documents, where reading may go on. File pointers are absolute. The fields of a level's first
/// point, number 0, are those of the term's start.
/// </summary>
internal struct SkipEntry
{
    /// <summary>The last document before the point, -1 at the start; <see cref="Search.DocIdSetIterator.NoMoreDocs"/> stands for the end of a level.</summary>
    public int Doc;

    /// <summary>Number of the entry in its level, from 1; 0 for the start.</summary>
    public int Number;

    /// <summary>In .doc: where the next block of documents starts.</summary>
    public long DocFP;

    /// <summary>In .pos: where the block of positions starts that holds the next position.</summary>
    public long PosFP;

    /// <summary>In .pay: where that block's payloads and offsets start.</summary>
    public long PayFP;

    /// <summary>Index of the next position inside that block, 0 to 127.</summary>
    public int PosUpto;

    /// <summary>Payload bytes of that block before the next position.</summary>
    public int PayloadUpto;

    /// <summary>Above level 0: where, in the bytes of the level below, the same point's entry ends (without its own child pointer).</summary>
    public long Child;

    /// <summary>Where the entry's impacts are, and how many bytes.</summary>
    public long ImpactsFP;

    /// <summary>Length of the impacts in bytes.</summary>
    public int ImpactsLength;
}
