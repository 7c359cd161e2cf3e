using System.Diagnostics;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// The documents of a term with frequencies and positions, and offsets and payloads when wanted and indexed. The positions of documents passed over
/// are not touched until the next position is asked for. Belongs to one thread.
/// </summary>
internal sealed class BlockPositionsEnum : BlockPostingsEnum
{
    private PositionsReader _positions = null!; // from the start on
    private bool _wantPayloads;
    private bool _wantOffsets;
    private readonly long[] _before = new long[Lucene84PostingsFormat.BlockSize + 1]; // positions before each document of the block, once they are added up
    private bool _isAddedUp;
    private int _counted; // documents of the block whose positions are in _ahead or behind
    private long _ahead; // positions from where the reader stands to the end of the last document counted
    private int _position;
    private int _startOffset;
    private int _endOffset;

    public override int StartOffset => _startOffset;

    public override int EndOffset => _endOffset;

    public override ReadOnlySpan<byte> Payload => _wantPayloads ? _positions.Payload : default;

    /// <summary>Starts a term of a field with positions.</summary>
    public BlockPositionsEnum Set(Lucene84PostingsReader reader, FieldInfo field, BlockTermState state, PostingsFlags flags)
    {
        _wantPayloads = field.HasPayloads && (flags & PostingsFlags.Payloads) == PostingsFlags.Payloads;
        _wantOffsets = field.HasOffsets && (flags & PostingsFlags.Offsets) == PostingsFlags.Offsets;
        if (!IsOf(reader)) _positions = reader.NewPositionsReader();
        Start(reader, field, state, wantFreqs: true);
        _positions.Reset(field, state, _wantPayloads, _wantOffsets);
        _isAddedUp = false;
        _counted = 0;
        _ahead = 0;
        _startOffset = -1;
        _endOffset = -1;
        return this;
    }

    public override int NextPosition()
    {
        if (_counted <= Upto) StartPositions(0);
        Debug.Assert(_ahead > 0, "A document has Freq positions.");
        _ahead--;
        int position = _position + _positions.Next();
        _position = position;
        if (_wantOffsets) NextOffsets();

        // Differences are not negative, so a sum that is has overflown.
        if (position < 0) _positions.ThrowOverflow();
        return position;
    }

    /// <summary>
    /// Goes to the positions of a document of the block without moving there: <see cref="NextPosition"/> gives those then. Documents of a block may only be taken in their order, each once.
    /// </summary>
    /// <param name="place">How many places the document is behind the current one.</param>
    /// <returns>How many positions there are.</returns>
    public int StartPositions(int place)
    {
        int index = Upto + place;
        Debug.Assert(index >= _counted, "Positions can only be read forward.");
        long before = PositionsBefore(index);
        int freq = (int)(PositionsBefore(index + 1) - before);
        _ahead += before - PositionsBefore(_counted);
        if (_ahead > 0) _positions.Skip(_ahead);
        _ahead = freq;
        _counted = index + 1;
        _position = 0;
        if (_wantOffsets) _startOffset = 0;
        return freq;
    }

    internal override int ReadAll(Span<int> docs, Span<int> freqs, ref int[] deltas)
    {
        if (_wantPayloads || _wantOffsets) return base.ReadAll(docs, freqs, ref deltas);
        if (_counted < Upto) _ahead += SumFreqs(_counted, Upto);
        if (_ahead > 0) _positions.Skip(_ahead);
        _ahead = 0;
        _counted = Upto;
        int count = ReadDocs(NoMoreDocs, docs, freqs);
        int total = 0;
        foreach (int freq in freqs[..count]) total = checked(total + freq);
        if (deltas.Length < total) deltas = new int[Math.Max(total, 2 * deltas.Length)];
        _positions.Read(deltas.AsSpan(0, total));

        // When the block was left, OnLeaveBlock counted what has just been read.
        if (_ahead > 0) _ahead -= total;
        else _counted = Upto;
        return count;
    }

    protected override void OnLeaveBlock(int docCount)
    {
        _ahead += SumFreqs(_counted, docCount);
        _counted = 0;
        _isAddedUp = false;
    }

    protected override void OnSkip(SkipEntry point)
    {
        _positions.MoveTo(point.PosFP, point.PayFP);
        _ahead = point.PosUpto;
        _counted = 0;
        _isAddedUp = false;
    }

    /// <summary>Positions of the block's documents before that of the index.</summary>
    private long PositionsBefore(int index)
    {
        if (BlockFreq > 0) return (long)BlockFreq * index;
        if (!_isAddedUp) AddUp();
        return _before[index];
    }

    private void AddUp()
    {
        ReadOnlySpan<int> freqs = BlockFreqs;
        long sum = 0;
        for (int i = 0; i < freqs.Length; i++)
        {
            _before[i] = sum;
            sum += freqs[i];
        }

        _before[freqs.Length] = sum;
        _isAddedUp = true;
    }

    private void NextOffsets()
    {
        _startOffset += _positions.StartDelta;
        _endOffset = _startOffset + _positions.OffsetLength;
        if ((_startOffset | _endOffset) < 0) _positions.ThrowOverflow();
    }
}
