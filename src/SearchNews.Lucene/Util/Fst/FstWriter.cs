using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Util.Fst;

/// <summary>
/// Builds an <see cref="FstReader"/> from keys in ascending order. Only the nodes on the path of the last key are kept open; a node is written
/// when a key leaves it behind. One thread at a time; may be used again after <see cref="Finish"/>.
/// </summary>
/// <remarks>
/// The graph is a trie: equal subtrees are not merged, and a key's whole output stands on its last arc. The term dictionary's outputs are
/// file pointers, all different, so that there is nothing to share and nothing to gain from moving outputs towards the root.
/// Merging would follow Daciuk et al., "Incremental Construction of Minimal Acyclic Finite-State Automata", 2000.
/// </remarks>
internal sealed class FstWriter
{
    private readonly FstNodeWriter _nodes = new();
    private readonly List<FstPendingNode> _path = [new()];
    private byte[] _last = new byte[64];
    private int _lastLength;
    private byte[]? _emptyOutput;
    private bool _hasKeys;

    /// <summary>Adds a key.</summary>
    /// <exception cref="ArgumentException">The key is not above the one before, in unsigned byte order.</exception>
    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> output)
    {
        ReadOnlySpan<byte> last = _last.AsSpan(0, _lastLength);
        if (_hasKeys && key.SequenceCompareTo(last) <= 0)
            throw new ArgumentException($"FST key {Convert.ToHexString(key)} must be above the one before, {Convert.ToHexString(last)}.", nameof(key));
        _hasKeys = true;
        if (key.IsEmpty)
        {
            _emptyOutput = output.ToArray();
            return;
        }

        int common = last.CommonPrefixLength(key);
        WriteNodesBelow(common);
        for (int depth = common; depth < key.Length; depth++)
        {
            if (_path.Count == depth) _path.Add(new FstPendingNode());
            _path[depth].AddArc(key[depth]);
        }

        _path[key.Length - 1].EndKey(output);
        if (_last.Length < key.Length) Array.Resize(ref _last, Math.Max(_last.Length * 2, key.Length));
        key.CopyTo(_last);
        _lastLength = key.Length;
    }

    /// <summary>Writes the FST and starts anew.</summary>
    /// <param name="metadata">What <see cref="FstReader.Load"/> needs to know.</param>
    /// <param name="body">The nodes.</param>
    public void Finish(DataOutput metadata, DataOutput body)
    {
        WriteNodesBelow(0);
        int root = _path[0].Arcs.IsEmpty ? 0 : WriteNode(0);
        CodecUtil.WriteHeader(metadata, FstFormat.CodecName, FstFormat.Version);
        WriteEmptyOutput(metadata);
        metadata.WriteByte(FstFormat.InputTypeByte1);
        metadata.WriteVLong(root);
        metadata.WriteVLong(_nodes.Body.Length);
        body.WriteBytes(_nodes.Body);

        _nodes.Clear();
        _lastLength = 0;
        _emptyOutput = null;
        _hasKeys = false;
    }

    /// <summary>Writes the nodes that the last key reached after more than <paramref name="depth"/> arcs, deepest first.</summary>
    private void WriteNodesBelow(int depth)
    {
        for (int d = _lastLength - 1; d > depth; d--)
        {
            int address = WriteNode(d);
            _path[d - 1].SetTarget(address);
        }
    }

    private int WriteNode(int depth)
    {
        int address = _nodes.Write(_path[depth], depth);
        _path[depth].Clear();
        return address;
    }

    private void WriteEmptyOutput(DataOutput metadata)
    {
        if (_emptyOutput is null)
        {
            metadata.WriteByte(0);
            return;
        }

        var reversed = new MemoryOutput();
        reversed.WriteVInt(_emptyOutput.Length);
        reversed.WriteBytes(_emptyOutput);
        byte[] bytes = reversed.ToArray();
        Array.Reverse(bytes);
        metadata.WriteByte(1);
        metadata.WriteVInt(bytes.Length);
        metadata.WriteBytes(bytes);
    }
}
