using System.Runtime.InteropServices;
using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Index;

/// <summary>
/// Walks the terms of a <see cref="TermTree"/> that an automaton accepts. Where the automaton has no edit left it names the few letters that may follow, and only the
/// children of those are looked for.
/// </summary>
internal sealed class TermTreeIntersection : TermIntersection
{
    private readonly TermTree _tree;
    private readonly LevenshteinAutomaton _automaton;
    private Frame[] _path = new Frame[16];
    private int _depth;
    private byte[] _term = new byte[64];
    private int _termLength;

    /// <summary>Starts before the first term.</summary>
    public TermTreeIntersection(TermTree tree, LevenshteinAutomaton automaton)
    {
        _tree = tree;
        _automaton = automaton;
        Enter(0, TermTree.Root, length: 0, at: 0, LevenshteinAutomaton.Start);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        while (_depth >= 0)
        {
            ref Frame frame = ref _path[_depth];
            if (frame.IsPending)
            {
                frame.IsPending = false;
                _termLength = frame.Length;
                if (IsAccepted(frame.At, frame.State)) return true;
            }

            int child = frame.NextChild(_tree, out byte label);
            if (child < 0)
            {
                _depth--;
                continue;
            }

            (int length, int at, int state) = (frame.Length + 1, frame.At, frame.State);
            MakeRoom(length);
            _term[length - 1] = label;
            if (!TryRead(length, ref at, ref state)) continue;
            if (!_tree.IsLeaf(child))
            {
                Enter(++_depth, child, length, at, state);
                continue;
            }

            if (ReadLeaf(_tree.Rest(child, length), length, at, state)) return true;
        }

        return false;
    }

    /// <summary>Reads the rest of a leaf's term; true when it is accepted.</summary>
    private bool ReadLeaf(ReadOnlySpan<byte> rest, int length, int at, int state)
    {
        if (at == length)
        {
            // Most are ruled out within a letter or two, before any byte is copied.
            int restAt = 0;
            if (!_automaton.TryRead(rest, ref restAt, ref state)) return false;
            at += restAt;
        }

        MakeRoom(length + rest.Length);
        rest.CopyTo(_term.AsSpan(length));
        _termLength = length + rest.Length;
        return _automaton.TryRead(Term, ref at, ref state) && IsAccepted(at, state);
    }

    /// <summary>Reads the last byte of a beginning: a letter, or a part of one.</summary>
    private bool TryRead(int length, ref int at, ref int state)
    {
        byte last = _term[length - 1];
        if (at < length - 1 || last >= 0x80) return _automaton.TryRead(_term.AsSpan(0, length), ref at, ref state);
        at = length;
        return _automaton.TryStep(last, ref state);
    }

    private bool IsAccepted(int at, int state)
    {
        if (at < _termLength) return false;
        Edits = _automaton.Distance(state);
        return Edits <= _automaton.MaxEdits;
    }

    private void Enter(int depth, int node, int length, int at, int state)
    {
        if (depth == _path.Length) Array.Resize(ref _path, depth * 2);
        ref Frame frame = ref _path[depth];
        frame.Node = node;
        frame.Length = length;
        frame.At = at;
        frame.State = state;
        frame.Next = 0;
        frame.IsPending = _tree.IsTerm(node);
        frame.Letters = 0;
        frame.HasLetters = at == length && _automaton.TryGetOnlyLetters(state, out frame.Letters);
    }

    private void MakeRoom(int length)
    {
        if (_term.Length < length) Array.Resize(ref _term, Math.Max(_term.Length * 2, length));
    }

    /// <summary>A node on the way down.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Frame
    {
        public int Node;

        /// <summary>How many bytes lead here.</summary>
        public int Length;

        /// <summary>So many of them are whole letters that were read.</summary>
        public int At;

        /// <summary>The automaton's state there.</summary>
        public int State;

        /// <summary>The next child, counted from the first.</summary>
        public int Next;

        /// <summary>The node's own term is still to be looked at.</summary>
        public bool IsPending;

        /// <summary>Only <see cref="Letters"/> can follow.</summary>
        public bool HasLetters;

        /// <summary>See <see cref="LevenshteinAutomaton.TryGetOnlyLetters"/>; those tried are gone.</summary>
        public ulong Letters;

        /// <summary>The next child that may lead to a term, -1 when there is none.</summary>
        public int NextChild(TermTree tree, out byte label)
        {
            ReadOnlySpan<byte> labels = tree.Children(Node, out int first);
            label = 0;
            if (!HasLetters)
            {
                if (Next == labels.Length) return -1;
                label = labels[Next];
                return first + Next++;
            }

            for (; Letters != 0; Letters >>= 8)
            {
                label = (byte)Letters;
                int place = labels.IndexOf(label);
                if (place < 0) continue;
                Letters >>= 8;
                return first + place;
            }

            return -1;
        }
    }
}
