using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util.Fst;

namespace SearchNews.Lucene.Tests.Util.Fst;

/// <summary>An FST as bytes, metadata and body apart, and what a reader finds in them.</summary>
internal sealed record FstFiles(byte[] Metadata, byte[] Body)
{
    /// <summary>Writes keys, which must ascend.</summary>
    public static FstFiles Write(IEnumerable<KeyValuePair<byte[], byte[]>> entries)
    {
        var writer = new FstWriter();
        foreach ((byte[] key, byte[] output) in entries) writer.Add(key, output);
        var metadata = new MemoryOutput();
        var body = new MemoryOutput();
        writer.Finish(metadata, body);
        return new FstFiles(metadata.ToArray(), body.ToArray());
    }

    /// <summary>Metadata of an FST without empty output, for a body made by hand.</summary>
    public static FstFiles ByHand(int root, params byte[] body)
    {
        var metadata = new MemoryOutput();
        metadata.WriteInt32(0x3FD76C17);
        metadata.WriteString("FST");
        metadata.WriteInt32(7);
        metadata.WriteByte(0);
        metadata.WriteByte(0);
        metadata.WriteVLong(root);
        metadata.WriteVLong(body.Length);
        return new FstFiles(metadata.ToArray(), body);
    }

    public FstReader Load() => FstReader.Load(new IndexInput("tmd", Metadata), new IndexInput("tip", Body), 0, Body.Length);

    /// <summary>The value of a key, null when it is not there.</summary>
    public static byte[]? Find(FstReader fst, ReadOnlySpan<byte> key)
    {
        if (key.IsEmpty) return fst.TryGetEmptyOutput(out byte[]? empty) ? empty : null;
        var value = new List<byte>();
        int node = fst.Root;
        FstArc arc = default;
        foreach (byte label in key)
        {
            if (node == FstReader.NoNode || !fst.TryFindArc(node, label, out arc)) return null;
            value.AddRange(fst.Bytes(arc.Output));
            node = arc.Target;
        }

        if (!arc.IsFinal) return null;
        value.AddRange(fst.Bytes(arc.FinalOutput));
        return [.. value];
    }

    /// <summary>All keys in order, found by trying all labels at every node; stops after <paramref name="max"/> arcs.</summary>
    public static List<byte[]> Keys(FstReader fst, int max = int.MaxValue)
    {
        var keys = new List<byte[]>();
        if (fst.TryGetEmptyOutput(out _)) keys.Add([]);
        var stack = new Stack<(int Node, byte[] Key)>();
        if (fst.Root != FstReader.NoNode) stack.Push((fst.Root, []));
        while (stack.TryPop(out (int Node, byte[] Key) place))
        {
            for (int label = 0; label < 256; label++)
            {
                if (!fst.TryFindArc(place.Node, (byte)label, out FstArc arc)) continue;
                if (max-- == 0) return keys;
                byte[] key = [.. place.Key, (byte)label];
                if (arc.IsFinal) keys.Add(key);
                if (arc.Target != FstReader.NoNode) stack.Push((arc.Target, key));
            }
        }

        keys.Sort(static (a, b) => a.AsSpan().SequenceCompareTo(b));
        return keys;
    }
}
