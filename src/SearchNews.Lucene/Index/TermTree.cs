using System.Buffers;

namespace SearchNews.Lucene.Index;

/// <summary>
/// All terms of one field of one segment in memory, as a tree of their bytes, for searches that follow many beginnings at once, which the blocks of a dictionary on disk are
/// too coarse for. A beginning that only one term has is a leaf: the rest of the term is not taken apart. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// Nodes are numbered level by level, so that the children of a node are neighbours, ascending by byte, and one scan of their labels finds one. Memory: the terms' bytes, and
/// some 15 bytes a term.
/// </remarks>
internal sealed class TermTree
{
    /// <summary>The node of the empty beginning. Never a leaf.</summary>
    public const int Root = 0;

    /// <summary>Most bytes of all terms together: two million words.</summary>
    private const int MaxTextLength = 1 << 24;

    private readonly byte[] _text;

    // Where each term begins in the text, and the end of the last.
    private readonly int[] _starts;

    // By node: the byte that leads to it; its first child, or the complement of the term of a leaf; how many children; whether its beginning is a term itself.
    private readonly byte[] _labels;
    private readonly int[] _targets;
    private readonly ushort[] _counts;
    private readonly bool[] _isTerm;

    private TermTree(byte[] text, int[] starts, List<Node> nodes)
    {
        _text = text;
        _starts = starts;
        _labels = new byte[nodes.Count];
        _targets = new int[nodes.Count];
        _counts = new ushort[nodes.Count];
        _isTerm = new bool[nodes.Count];
        for (int i = 0; i < nodes.Count; i++) (_labels[i], _targets[i], _counts[i], _isTerm[i]) = (nodes[i].Label, nodes[i].Target, nodes[i].Count, nodes[i].IsTerm);
    }

    /// <summary>Reads all terms.</summary>
    /// <param name="terms">Unpositioned.</param>
    /// <param name="onDisorder">Called, and not to return, when a term is not above the one before.</param>
    /// <returns>Null when they are too many to keep.</returns>
    public static TermTree? Read(TermsEnum terms, Action onDisorder)
    {
        var text = new ArrayBufferWriter<byte>();
        var starts = new List<int> { 0 };
        while (terms.MoveNext())
        {
            ReadOnlySpan<byte> term = terms.Term;
            if (starts.Count > 1 && term.SequenceCompareTo(text.WrittenSpan[starts[^2]..]) <= 0) onDisorder();
            if (text.WrittenCount + term.Length > MaxTextLength) return null;
            text.Write(term);
            starts.Add(text.WrittenCount);
        }

        byte[] bytes = text.WrittenSpan.ToArray();
        int[] ends = [.. starts];
        return new TermTree(bytes, ends, Grow(bytes, ends));
    }

    /// <summary>The children of a node that is no leaf.</summary>
    /// <param name="node">The node.</param>
    /// <param name="first">The first of them.</param>
    /// <returns>The bytes that lead to them, ascending.</returns>
    public ReadOnlySpan<byte> Children(int node, out int first)
    {
        first = _targets[node];
        return _labels.AsSpan(first, _counts[node]);
    }

    /// <summary>True when a node stands for a single term; <see cref="Rest"/> gives the rest of it.</summary>
    public bool IsLeaf(int node) => _targets[node] < 0;

    /// <summary>True when the bytes that lead to a node that is no leaf are a term.</summary>
    public bool IsTerm(int node) => _isTerm[node];

    /// <summary>What the term of a leaf has behind the bytes that lead to it.</summary>
    /// <param name="node">The leaf.</param>
    /// <param name="depth">How many bytes lead to it.</param>
    public ReadOnlySpan<byte> Rest(int node, int depth)
    {
        int term = ~_targets[node];
        return _text.AsSpan((_starts[term] + depth).._starts[term + 1]);
    }

    private static List<Node> Grow(byte[] text, int[] starts)
    {
        List<Node> nodes = [new Node(0, 0, starts.Length - 1)];
        int levelEnd = 1;
        int depth = 0;
        for (int i = 0; i < nodes.Count; i++)
        {
            if (i == levelEnd)
            {
                depth++;
                levelEnd = nodes.Count;
            }

            Node node = nodes[i];
            nodes[i] = node.Last - node.First == 1 && i != Root ? node with { Target = ~node.First } : Branch(node, depth, text, starts, nodes);
        }

        return nodes;
    }

    /// <summary>Adds the children of a node, behind all others.</summary>
    private static Node Branch(Node node, int depth, byte[] text, int[] starts, List<Node> nodes)
    {
        int target = nodes.Count;
        int at = node.First;
        bool isTerm = at < node.Last && starts[at] + depth == starts[at + 1];
        if (isTerm) at++;
        while (at < node.Last)
        {
            byte label = text[starts[at] + depth];
            int first = at++;
            while (at < node.Last && text[starts[at] + depth] == label) at++;
            nodes.Add(new Node(label, first, at));
        }

        return node with { Target = target, Count = (ushort)(nodes.Count - target), IsTerm = isTerm };
    }

    /// <summary>A node while the tree grows: the terms from <paramref name="First"/> to <paramref name="Last"/>, exclusive, are below it.</summary>
    private readonly record struct Node(byte Label, int First, int Last, int Target = 0, ushort Count = 0, bool IsTerm = false);
}
