using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util.Automata;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>
/// Walks the terms of one field that an automaton accepts, from the root block down, and enters no block whose prefix cannot lead to such a term. What a
/// prefix was read to is kept with its block, so that of each entry only the suffix is read.
/// </summary>
internal sealed class BlockTreeIntersection : TermIntersection
{
    private readonly BlockTreeTerms _field;
    private readonly IndexInput _input;
    private readonly LevenshteinAutomaton _automaton;
    private Level[] _path = [];
    private int _depth;
    private byte[] _term = new byte[64];
    private int _termLength;

    /// <summary>Starts before the first term.</summary>
    public BlockTreeIntersection(BlockTreeTerms field, LevenshteinAutomaton automaton)
    {
        _field = field;
        _input = field.Blocks.Clone();
        _automaton = automaton;
        if (!BlockPointer.TryDecode(field.RootCode, leadByte: -1, out BlockPointer root)) field.Index.ThrowCorrupt($"field '{field.Field.Name}': code of the root block is damaged", 0);
        GrowPath();
        Enter(root.FirstFP, field.BlocksStart, field.BlocksEnd, at: 0, LevenshteinAutomaton.Start);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        while (true)
        {
            Level level = _path[_depth];
            BlockFrame frame = level.Frame;
            TermBlock block = frame.Block;
            if (frame.Next < block.Count)
            {
                int entry = frame.Next++;
                if (!TryRead(level, block.Suffix(entry), out int at, out int state)) continue;
                if (!block.IsTerm(entry)) Descend(frame, block.SubBlockFP(entry), at, state);
                else if (IsAccepted(at, state)) return true;
            }
            else if (!block.IsLast)
            {
                frame.LoadNextFloorBlock();
            }
            else
            {
                if (_depth == 0) return false;
                _path[--_depth].Frame.Resume(frame);
            }
        }
    }

    /// <summary>Reads an entry, which is the current term when it is not ruled out.</summary>
    private bool TryRead(Level level, ReadOnlySpan<byte> suffix, out int at, out int state)
    {
        int prefixLength = level.Frame.PrefixLength;
        state = level.State;
        if (level.At < prefixLength)
        {
            // The block's edge cuts a code point.
            at = level.At;
            SetTerm(prefixLength, suffix);
            return _automaton.TryRead(Term, ref at, ref state);
        }

        at = 0;
        if (!_automaton.TryRead(suffix, ref at, ref state)) return false;
        at += prefixLength;
        SetTerm(prefixLength, suffix);
        return true;
    }

    private bool IsAccepted(int at, int state)
    {
        if (at < _termLength) return false;
        Edits = _automaton.Distance(state);
        return Edits <= _automaton.MaxEdits;
    }

    private void Descend(BlockFrame parent, long fp, int at, int state)
    {
        if (fp < parent.SubBlocksStart) parent.Block.ThrowSharedSubBlock(fp, parent.SubBlocksStart);
        if (++_depth == _path.Length) GrowPath();
        Enter(fp, parent.SubBlocksStart, parent.FirstFP, at, state);
    }

    private void Enter(long fp, long subBlocksStart, long limit, int at, int state)
    {
        Level level = _path[_depth];
        (level.At, level.State) = (at, state);
        level.Frame.Set(new BlockPointer(fp, fp, HasTerms: true), _termLength, subBlocksStart, limit);
        level.Frame.Load();
    }

    private void GrowPath()
    {
        int old = _path.Length;
        Array.Resize(ref _path, Math.Max(8, old * 2));
        for (int i = old; i < _path.Length; i++) _path[i] = new Level(new BlockFrame(new TermBlock(_field, _input)));
    }

    private void SetTerm(int prefixLength, ReadOnlySpan<byte> suffix)
    {
        int length = prefixLength + suffix.Length;
        if (_term.Length < length) Array.Resize(ref _term, Math.Max(_term.Length * 2, length));
        suffix.CopyTo(_term.AsSpan(prefixLength));
        _termLength = length;
    }

    /// <summary>A block on the way down, and what its prefix was read to.</summary>
    private sealed class Level(BlockFrame frame)
    {
        public BlockFrame Frame => frame;

        /// <summary>So much of the prefix was read: the code point behind it may be cut by the block's edge.</summary>
        public int At { get; set; }

        /// <summary>The automaton's state there.</summary>
        public int State { get; set; }
    }
}
