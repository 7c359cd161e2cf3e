namespace SearchNews.Lucene.Util.Fst;

/// <summary>
/// The bytes of Lucene 8's FST with labels of one byte and outputs that are byte strings; <see cref="FstReader"/> tells what they mean.
/// <code>
/// Metadata (.tmd): Header "FST" 7, u8 1 and (vInt n, n bytes = reverse of (vInt length, output of the empty key)), or u8 0
///                  u8 0 (labels are bytes), vLong address of the root (0 = no nodes), vLong length of the body
/// Body (.tip):     u8 0, then nodes, children before parents
/// Node:            read from its address downwards: first byte at the address, second at the address - 1, ...
///   list           per arc, labels ascending:   flags, label, [output], [final output], [vLong target]
///   binary search  0x20, vInt arcs, vInt size;  then as above, each arc padded to size bytes
///   direct         0x40, vInt range, vInt size, ceil(range / 8) presence bytes, first label;
///                  then per present label:      flags, [output], [final output], [vLong target], padded to size bytes
/// output           vInt length, bytes
/// </code>
/// Bit j of presence byte k stands for label first + 8k + j. Source: Lucene 8.7 FST, version 7.
/// </summary>
internal static class FstFormat
{
    public const string CodecName = "FST";
    public const int Version = 7;

    /// <summary>The input type that means labels of one byte.</summary>
    public const byte InputTypeByte1 = 0;

    /// <summary>A key ends with this arc.</summary>
    public const byte FinalArc = 1;

    /// <summary>No arc of the node follows.</summary>
    public const byte LastArc = 2;

    /// <summary>The target follows the last arc of this node at once, in reading direction; no address is stored. Lists only.</summary>
    public const byte TargetNext = 4;

    /// <summary>The target has no arcs; no address is stored.</summary>
    public const byte StopArc = 8;

    /// <summary>The arc adds to the output of every key through it.</summary>
    public const byte HasOutput = 16;

    /// <summary>The arc adds to the output of the key that ends with it.</summary>
    public const byte HasFinalOutput = 32;

    /// <summary>First byte of a node for binary search; as flags of an arc it would be a final output without a final arc.</summary>
    public const byte BinarySearchNode = 0x20;

    /// <summary>First byte of a node for direct addressing; no arc has that flag.</summary>
    public const byte DirectNode = 0x40;

    /// <summary>Labels a node can have arcs for.</summary>
    public const int MaxArcs = 256;
}
