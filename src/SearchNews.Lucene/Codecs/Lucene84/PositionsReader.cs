using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Walks the positions of one term across its documents, as the files hold them: differences that restart at every document, which the caller
/// counts. Belongs to one thread.
/// </summary>
/// <remarks>
/// <code>
/// .pos term = floor(totalTermFreq / 128) times a PFOR block of position differences, then the rest one by one:
///     vInt difference                                               without payloads
///     vInt difference * 2 + changed, vInt length if changed, bytes  with payloads; changed: the length is not that of the position before
///     vInt start difference * 2 + changed, vInt length if changed   then, with offsets
/// .pay term = for every full block of positions:
///     PFOR block of lengths, vInt bytes of all, bytes               with payloads
///     PFOR block of start differences, PFOR block of lengths        with offsets
/// </code>
/// Source: lucene84 postings writer.
/// </remarks>
internal sealed class PositionsReader
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly IndexInput _pos;
    private readonly IndexInput? _pay;
    private readonly int[] _deltas = new int[BlockSize];
    private int[] _payloadLengths = [];
    private int[] _startDeltas = [];
    private int[] _offsetLengths = [];
    private byte[] _tailPayloads = [];
    private bool _hasPayloads;
    private bool _hasOffsets;
    private bool _wantPayloads;
    private bool _wantOffsets;
    private long _tailFP;
    private int _tailCount;
    private bool _inTail;
    private int _count;
    private int _upto;
    private long _payloadFP; // where the block's payloads start, in .pay or in the copy of the tail's
    private long _payloadBytes;
    private long _payloadEnd; // bytes of the block's payloads up to and with the current
    private int _payloadLength;

    /// <summary>A reader that is at no term yet; makes cursors of its own.</summary>
    public PositionsReader(IndexInput pos, IndexInput? pay)
    {
        _pos = pos.Clone();
        _pay = pay?.Clone();
    }

    /// <summary>Start offset of the current position, less that of the position before.</summary>
    public int StartDelta => _startDeltas[_upto - 1];

    /// <summary>Length of the offsets of the current position.</summary>
    public int OffsetLength => _offsetLengths[_upto - 1];

    /// <summary>Payload of the current position; valid until the next move.</summary>
    public ReadOnlySpan<byte> Payload
    {
        get
        {
            if (_payloadLength == 0) return default;
            ReadOnlySpan<byte> source = _inTail ? _tailPayloads : _pay!.Span;
            return source.Slice((int)(_payloadFP + _payloadEnd - _payloadLength), _payloadLength);
        }
    }

    /// <summary>Moves before the first position of a term. What is not wanted is passed over.</summary>
    public void Reset(FieldInfo field, BlockTermState state, bool wantPayloads, bool wantOffsets)
    {
        _hasPayloads = field.HasPayloads;
        _hasOffsets = field.HasOffsets;
        _wantPayloads = wantPayloads;
        _wantOffsets = wantOffsets;
        if (_hasPayloads && _payloadLengths.Length == 0) _payloadLengths = new int[BlockSize];
        if (_hasOffsets && _startDeltas.Length == 0) (_startDeltas, _offsetLengths) = (new int[BlockSize], new int[BlockSize]);
        _tailCount = (int)(state.TotalTermFreq % BlockSize);
        _tailFP = state.TotalTermFreq < BlockSize ? state.PosStartFP : state.TotalTermFreq > BlockSize ? state.PosStartFP + state.LastPosBlockOffset : long.MaxValue;
        MoveTo(state.PosStartFP, state.PayStartFP);
    }

    /// <summary>Moves to the start of a block of positions.</summary>
    public void MoveTo(long posFP, long payFP)
    {
        _pos.Position = posFP;
        if (_wantPayloads || _wantOffsets) _pay!.Position = payFP;
        _inTail = false;
        _count = 0;
        _upto = 0;
        _payloadLength = 0;
    }

    /// <summary>Moves to the next position and returns its difference from the one before in the document.</summary>
    /// <exception cref="CorruptIndexException">The term has no more, or the data are damaged.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next()
    {
        if (_upto == _count) ReadBlock();
        int i = _upto++;
        if (_wantPayloads) NextPayload(_payloadLengths[i]);
        return _deltas[i];
    }

    /// <summary>Moves on by as many positions as there is room for their differences. Only when no payloads are wanted.</summary>
    /// <exception cref="CorruptIndexException">The term has fewer, or the data are damaged.</exception>
    public void Read(Span<int> deltas)
    {
        while (deltas.Length > 0)
        {
            if (_upto == _count) ReadBlock();
            int step = Math.Min(deltas.Length, _count - _upto);
            _deltas.AsSpan(_upto, step).CopyTo(deltas);
            _upto += step;
            deltas = deltas[step..];
        }
    }

    /// <summary>Passes over positions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(long count)
    {
        if (count <= _count - _upto && !_wantPayloads) _upto += (int)count;
        else SkipFar(count);
    }

    /// <summary>Reports positions or offsets of a document that add up to more than 31 bits.</summary>
    [DoesNotReturn]
    public void ThrowOverflow() => throw new CorruptIndexException("positions or offsets overflow", _pos.Name, _pos.Position);

    private void SkipFar(long count)
    {
        while (count > 0)
        {
            if (_upto < _count)
            {
                int step = (int)Math.Min(count, _count - _upto);
                SkipInBlock(step);
                count -= step;
            }
            else if (count >= BlockSize && _pos.Position < _tailFP)
            {
                SkipBlock();
                count -= BlockSize;
            }
            else
            {
                ReadBlock();
            }
        }
    }

    private void SkipInBlock(int count)
    {
        if (_wantPayloads)
        {
            foreach (int length in _payloadLengths.AsSpan(_upto, count)) NextPayload(length);
        }

        _upto += count;
    }

    private void NextPayload(int length)
    {
        _payloadLength = length;
        _payloadEnd += length;
        if (_payloadEnd > _payloadBytes) ThrowPayloadsTooLong();
    }

    private void SkipBlock()
    {
        PForUtil.Skip(_pos);
        EndOfBlocks();
        if (!_wantPayloads && !_wantOffsets) return;
        if (_hasPayloads) SkipPayloads();
        if (_hasOffsets) SkipOffsets();
    }

    private void ReadBlock()
    {
        long at = _pos.Position;
        if (_inTail || at > _tailFP || (at == _tailFP && _tailCount == 0))
            throw new CorruptIndexException("the documents of a term have more positions than the term", _pos.Name, at);
        _upto = 0;
        _payloadEnd = 0;
        if (at == _tailFP)
        {
            ReadTail();
            return;
        }

        PForUtil.Decode(_pos, _deltas);
        EndOfBlocks();
        _count = BlockSize;
        if (_wantPayloads) ReadPayloads();
        else if (_wantOffsets && _hasPayloads) SkipPayloads();
        if (_wantOffsets) ReadOffsets();
        else if (_wantPayloads && _hasOffsets) SkipOffsets();
    }

    /// <summary>The dictionary does not say where the only block of a term of 128 positions ends; it is the end of the term.</summary>
    private void EndOfBlocks()
    {
        if (_tailFP == long.MaxValue) _tailFP = _pos.Position;
    }

    private void ReadPayloads()
    {
        PForUtil.Decode(_pay!, _payloadLengths);
        _payloadBytes = _pay!.ReadVInt("bytes of payloads", _pay.Remaining);
        _payloadFP = _pay.Position;
        _pay.Skip(_payloadBytes);
    }

    private void SkipPayloads()
    {
        PForUtil.Skip(_pay!);
        _pay!.Skip(_pay.ReadVInt("bytes of payloads", _pay.Remaining));
    }

    private void ReadOffsets()
    {
        PForUtil.Decode(_pay!, _startDeltas);
        PForUtil.Decode(_pay!, _offsetLengths);
    }

    private void SkipOffsets()
    {
        PForUtil.Skip(_pay!);
        PForUtil.Skip(_pay!);
    }

    private void ReadTail()
    {
        _inTail = true;
        _count = _tailCount;
        _payloadFP = 0;
        _payloadBytes = 0;
        int payloadLength = -1;
        int offsetLength = -1;
        for (int i = 0; i < _tailCount; i++)
        {
            if (_hasPayloads)
            {
                _deltas[i] = ReadWithLength(ref payloadLength);
                _payloadLengths[i] = payloadLength;
                KeepTailPayload(_pos.ReadSpan(payloadLength));
            }
            else
            {
                _deltas[i] = _pos.ReadVInt("difference of positions", int.MaxValue);
            }

            if (!_hasOffsets) continue;
            _startDeltas[i] = ReadWithLength(ref offsetLength);
            _offsetLengths[i] = offsetLength;
        }
    }

    private int ReadWithLength(ref int length)
    {
        long at = _pos.Position;
        int code = _pos.ReadVInt();
        if ((code & 1) != 0) length = _pos.ReadVInt("length of a payload or offset", int.MaxValue);
        else if (length < 0) throw new CorruptIndexException("the first length of a payload or offset is missing", _pos.Name, at);
        return code >>> 1;
    }

    private void KeepTailPayload(ReadOnlySpan<byte> payload)
    {
        if (!_wantPayloads) return;
        int end = (int)_payloadBytes + payload.Length;
        if (end > _tailPayloads.Length) Array.Resize(ref _tailPayloads, Math.Max(end, _tailPayloads.Length * 2));
        payload.CopyTo(_tailPayloads.AsSpan((int)_payloadBytes));
        _payloadBytes = end;
    }

    [DoesNotReturn]
    private void ThrowPayloadsTooLong() =>
        throw new CorruptIndexException($"lengths of payloads add up to {_payloadEnd}, expected at most {_payloadBytes}", _pay!.Name, _payloadFP);
}
