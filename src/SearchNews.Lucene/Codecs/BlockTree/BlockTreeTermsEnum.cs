using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>
/// Walks and seeks the terms of one field. A look-up of one term goes straight to its block by the index; only walking on needs the
/// blocks above it, and finds them then. Allocates nothing once its buffers have grown.
/// </summary>
internal sealed class BlockTreeTermsEnum : TermsEnum
{
    private readonly BlockTreeTerms _field;
    private readonly IndexInput _input;
    private readonly BlockIndexWalk _index;
    private readonly TermBlock _exactBlock;
    private readonly BlockTermState _givenState = new();

    // The blocks from the root to the current term when walking; _depth is that of the innermost.
    private BlockFrame[] _path = [];
    private int _depth;

    private byte[] _term = new byte[64];
    private int _termLength;
    private int _exactEntry;
    private Place _place;

    public BlockTreeTermsEnum(BlockTreeTerms field)
    {
        _field = field;
        _input = field.Blocks.Clone();
        _index = new BlockIndexWalk(field);
        _exactBlock = new TermBlock(field, _input);
    }

    /// <summary>How the current term was reached.</summary>
    private enum Place
    {
        Unpositioned,

        /// <summary>By the index: entry <see cref="_exactEntry"/> of <see cref="_exactBlock"/>.</summary>
        InBlock,

        /// <summary>By walking: the entry before the next of the innermost frame.</summary>
        OnPath,

        /// <summary>By a state from outside.</summary>
        Given,
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _term.AsSpan(0, _termLength);

    /// <inheritdoc/>
    public override int DocFreq => State.DocFreq;

    /// <inheritdoc/>
    public override long TotalTermFreq => State.TotalTermFreq;

    /// <summary>Where the current term's postings are; valid until the next move.</summary>
    internal BlockTermState CurrentState => State;

    private BlockTermState State => _place switch
    {
        Place.InBlock => _exactBlock.State(_exactEntry),
        Place.OnPath => _path[_depth].Block.State(_path[_depth].Next - 1),
        Place.Given => _givenState,
        _ => throw new InvalidOperationException("The enum stands on no term: move or seek first, and only go on when that succeeded."),
    };

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        switch (_place)
        {
            case Place.OnPath:
                return Advance();
            case Place.Unpositioned:
                return SeekCeil([]) != SeekStatus.End;
            default:
                // No path leads here yet.
                SeekStatus status = SeekCeil(Term);
                return status == SeekStatus.Found ? Advance() : status == SeekStatus.NotFound;
        }
    }

    /// <inheritdoc/>
    public override bool SeekExact(ReadOnlySpan<byte> term)
    {
        Unposition();
        int match = _index.Walk(term) - 1;
        BlockPointer pointer = _index.Pointer(match, term);
        if (!pointer.HasTerms) return false;
        int prefixLength = _index.PrefixLength(match);
        _exactBlock.Load(pointer.FP, prefixLength, _field.BlocksEnd);
        _exactEntry = _exactBlock.Ceiling(term[prefixLength..], out bool found);
        if (!found) return false;
        SetTerm(0, term);
        _place = Place.InBlock;
        return true;
    }

    /// <inheritdoc/>
    public override SeekStatus SeekCeil(ReadOnlySpan<byte> target)
    {
        Unposition();
        int matches = _index.Walk(target);
        while (_path.Length < matches) GrowPath();
        for (int i = matches - 1; i >= 0; i--) _path[i].Set(_index.Pointer(i, target), _index.PrefixLength(i), _field.BlocksStart, _field.BlocksEnd);
        for (int i = 1; i < matches; i++) _path[i].Limit = _path[i - 1].FirstFP;
        _depth = matches - 1;
        BlockFrame frame = _path[_depth];
        SetTerm(0, target[..frame.PrefixLength]);
        frame.Load();
        frame.Next = frame.Block.Ceiling(target[frame.PrefixLength..], out bool isExact);
        if (!Advance()) return SeekStatus.End;
        return isExact ? SeekStatus.Found : SeekStatus.NotFound;
    }

    /// <inheritdoc/>
    public override void SeekExact(ReadOnlySpan<byte> term, TermState state)
    {
        BlockTermState blockState = BlockTermState.Of(state);
        SetTerm(0, term);
        _givenState.CopyFrom(blockState);
        _place = Place.Given;
    }

    /// <inheritdoc/>
    public override TermState GetTermState() => GetTermState(reuse: null);

    /// <summary>As above; the state is <paramref name="reuse"/> if that can hold it.</summary>
    public TermState GetTermState(TermState? reuse)
    {
        BlockTermState copy = reuse as BlockTermState ?? new BlockTermState();
        copy.CopyFrom(State);
        return copy;
    }

    /// <inheritdoc/>
    public override PostingsEnum Postings(PostingsFlags flags, PostingsEnum? reuse = null) => _field.Postings.Postings(_field.Field, State, flags, reuse);

    /// <inheritdoc/>
    public override ImpactsEnum Impacts(PostingsFlags flags) => _field.Postings.Impacts(_field.Field, State, flags);

    /// <summary>Goes to the next term in order: on in the block, down into sub-blocks, on to the next floor block, or up and on.</summary>
    private bool Advance()
    {
        _place = Place.Unpositioned;
        while (true)
        {
            BlockFrame frame = _path[_depth];
            TermBlock block = frame.Block;
            if (frame.Next < block.Count)
            {
                int entry = frame.Next++;
                SetTerm(frame.PrefixLength, block.Suffix(entry));
                if (block.IsTerm(entry))
                {
                    _place = Place.OnPath;
                    return true;
                }

                Descend(frame, block.SubBlockFP(entry));
            }
            else if (!block.IsLast)
            {
                frame.LoadNextFloorBlock();
            }
            else
            {
                if (_depth == 0) return false;
                _path[--_depth].Resume(frame);
            }
        }
    }

    private void Descend(BlockFrame parent, long fp)
    {
        if (fp < parent.SubBlocksStart) parent.Block.ThrowSharedSubBlock(fp, parent.SubBlocksStart);
        if (++_depth == _path.Length) GrowPath();
        BlockFrame child = _path[_depth];
        child.Set(new BlockPointer(fp, fp, HasTerms: true), _termLength, parent.SubBlocksStart, parent.FirstFP);
        child.Load();
    }

    private void GrowPath()
    {
        int old = _path.Length;
        Array.Resize(ref _path, Math.Max(8, old * 2));
        for (int i = old; i < _path.Length; i++) _path[i] = new BlockFrame(new TermBlock(_field, _input));
    }

    private void SetTerm(int prefixLength, ReadOnlySpan<byte> suffix)
    {
        int length = prefixLength + suffix.Length;
        if (_term.Length < length) Array.Resize(ref _term, Math.Max(_term.Length * 2, length));
        suffix.CopyTo(_term.AsSpan(prefixLength));
        _termLength = length;
    }

    private void Unposition() => _place = Place.Unpositioned;
}
