using System.Diagnostics.CodeAnalysis;
using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Util.Fst;

/// <summary>
/// A finite state transducer: an ordered map from byte strings to byte strings, kept as a graph whose arcs carry the keys' bytes. The term
/// dictionary uses it as its index. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// <para>With the keys <c>mar</c> = 1, <c>may</c> = 2 and <c>ma</c> = 3 the graph is</para>
/// <code>
/// root --m--> (1) --a (final, 3)--> (2) --r (final, 1)--> stop
///                                      \--y (final, 2)--> stop
/// </code>
/// <para>A key is looked up arc by arc. It is in the map when its last arc is final; its value is the outputs of the arcs on the way, then
/// the final output of the last, all joined. Whatever the number of keys, a look-up visits one node for each byte of the key.</para>
/// <para>Nodes are read downwards in the file. They are turned round once, on loading, so that here a node is the index of its
/// first byte and reading goes up. Children are written before their parents: seen here every target lies above the arc that leads to it, which is
/// checked, so that no damage can make a walk go round in circles. The layout is in <see cref="FstFormat"/>.</para>
/// </remarks>
internal sealed class FstReader
{
    /// <summary>The target of an arc with nothing behind it, and the root of an FST without arcs.</summary>
    public const int NoNode = -1;

    private readonly byte[] _bytes;
    private readonly string _fileName;
    private readonly long _fileStart;
    private readonly byte[]? _emptyOutput;

    private FstReader(byte[] bytes, int root, byte[]? emptyOutput, string fileName, long fileStart)
    {
        _bytes = bytes;
        Root = root;
        _emptyOutput = emptyOutput;
        _fileName = fileName;
        _fileStart = fileStart;
    }

    /// <summary>The node to start from, or <see cref="NoNode"/> when only the empty key, or none, is in the map.</summary>
    public int Root { get; }

    /// <summary>Memory the graph takes, in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Loads what <see cref="FstWriter.Finish"/> or Lucene wrote.</summary>
    /// <param name="metadata">Stands at the metadata; behind it afterwards.</param>
    /// <param name="file">The file with the body.</param>
    /// <param name="start">Where in that file the body begins.</param>
    /// <param name="end">Where in that file bodies end at the latest.</param>
    /// <exception cref="CorruptIndexException">The metadata is damaged or does not fit the file.</exception>
    public static FstReader Load(IndexInput metadata, IndexInput file, long start, long end)
    {
        CodecUtil.CheckHeader(metadata, FstFormat.CodecName, FstFormat.Version, FstFormat.Version);
        byte[]? emptyOutput = ReadEmptyOutput(metadata);
        long at = metadata.Position;
        int inputType = metadata.ReadByte();
        if (inputType != FstFormat.InputTypeByte1) throw new CorruptIndexException($"FST input type expected {FstFormat.InputTypeByte1}, got {inputType}", metadata.Name, at);
        long root = metadata.ReadVLong();
        long length = metadata.ReadVLong();
        if (start < 0 || start > end || length > end - start)
            throw new CorruptIndexException($"FST of {length} bytes at {start} lies outside {file.Name}, whose data end at {end}", metadata.Name, at);
        if (root != 0 && root >= length) throw new CorruptIndexException($"FST root {root} lies outside its {length} bytes", metadata.Name, at);

        byte[] bytes = file.Span.Slice((int)start, (int)length).ToArray();
        Array.Reverse(bytes);
        return new FstReader(bytes, root == 0 ? NoNode : (int)(length - 1 - root), emptyOutput, file.Name, start);
    }

    /// <summary>The value of the empty key.</summary>
    /// <returns>False when the empty key is not in the map.</returns>
    public bool TryGetEmptyOutput([NotNullWhen(true)] out byte[]? output) => (output = _emptyOutput) != null;

    /// <summary>The bytes of an arc's output.</summary>
    public ReadOnlySpan<byte> Bytes(FstSlice slice) => _bytes.AsSpan(slice.Start, slice.Length);

    /// <summary>Finds the arc of <paramref name="node"/> with that label.</summary>
    /// <exception cref="CorruptIndexException">The node is damaged.</exception>
    public bool TryFindArc(int node, byte label, out FstArc arc)
    {
        var reader = new FstCursor(this, _bytes, node);
        byte head = reader.ReadByte();
        return head switch
        {
            FstFormat.DirectNode => TryFindDirect(ref reader, label, out arc),
            FstFormat.BinarySearchNode => TryFindBinary(ref reader, label, out arc),
            _ => TryFindInList(ref reader, head, label, out arc),
        };
    }

    /// <summary>Reports damage noticed at an index of the turned bytes, as an offset in the file.</summary>
    [DoesNotReturn]
    internal void ThrowCorrupt(string message, int index) =>
        throw new CorruptIndexException(message, _fileName, _fileStart + Math.Max(0, _bytes.Length - 1 - index));

    private static byte[]? ReadEmptyOutput(IndexInput metadata)
    {
        long at = metadata.Position;
        byte flag = metadata.ReadByte();
        if (flag == 0) return null;
        if (flag != 1) throw new CorruptIndexException($"FST flag of the empty output expected 0 or 1, got {flag}", metadata.Name, at);
        byte[] reversed = metadata.ReadSpan(metadata.ReadVInt("length of the FST's empty output", metadata.Remaining)).ToArray();
        Array.Reverse(reversed);
        var input = new IndexInput(metadata.Name, reversed);
        int length = input.ReadVInt("length of the FST's empty output", input.Remaining);
        if (length != input.Remaining) throw new CorruptIndexException($"FST empty output expected {input.Remaining} bytes, got {length}", metadata.Name, at);
        return input.ReadSpan(length).ToArray();
    }

    private static bool TryFindInList(ref FstCursor reader, byte flags, byte label, out FstArc arc)
    {
        while (true)
        {
            byte found = reader.ReadByte();
            if (found == label)
            {
                arc = reader.ReadArc(flags);
                return true;
            }

            if (found > label || (flags & FstFormat.LastArc) != 0) break;
            reader.SkipArc(flags);
            flags = reader.ReadByte();
        }

        arc = default;
        return false;
    }

    private static bool TryFindBinary(ref FstCursor reader, byte label, out FstArc arc)
    {
        int low = 0;
        int high = reader.ReadCount("arcs") - 1;
        int size = reader.ReadArcSize(minimum: 2);
        int first = reader.Position;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            reader.Seek(first, middle, size);
            byte flags = reader.ReadByte();
            byte found = reader.ReadByte();
            if (found == label)
            {
                arc = reader.ReadArc(flags);
                return true;
            }

            if (found < label) low = middle + 1;
            else high = middle - 1;
        }

        arc = default;
        return false;
    }

    private static bool TryFindDirect(ref FstCursor reader, byte label, out FstArc arc)
    {
        int range = reader.ReadCount("labels");
        int size = reader.ReadArcSize(minimum: 1);
        ReadOnlySpan<byte> presence = reader.ReadSpan((range + 7) >> 3);
        int bit = label - reader.ReadByte();
        if ((uint)bit >= (uint)range || (presence[bit >> 3] & (1 << (bit & 7))) == 0)
        {
            arc = default;
            return false;
        }

        reader.Seek(reader.Position, FstCursor.Rank(presence, bit), size);
        arc = reader.ReadArc(reader.ReadByte());
        return true;
    }
}
