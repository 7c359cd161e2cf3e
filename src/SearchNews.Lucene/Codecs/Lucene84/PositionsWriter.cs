using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>Writes the positions of one term after the other to .pos, and their payloads and offsets to .pay. The layout is that of <see cref="PositionsReader"/>.</summary>
internal sealed class PositionsWriter(IndexOutput pos, IndexOutput? pay)
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly int[] _deltas = new int[BlockSize];
    private readonly int[] _payloadLengths = new int[BlockSize];
    private readonly int[] _startDeltas = new int[BlockSize];
    private readonly int[] _offsetLengths = new int[BlockSize];
    private readonly MemoryOutput _payloads = new();
    private FieldInfo? _field;
    private long _termStart;
    private int _count;
    private int _position;
    private int _startOffset;

    /// <summary>Where the block starts that the next position goes to.</summary>
    public long PosFP => pos.Position;

    /// <summary>Where the payloads and offsets of that block start; 0 when there is no .pay.</summary>
    public long PayFP => pay?.Position ?? 0;

    /// <summary>Index in that block of the next position.</summary>
    public int Upto => _count;

    /// <summary>Payload bytes in that block so far.</summary>
    public int PayloadUpto => (int)_payloads.Position;

    /// <summary>Starts a term.</summary>
    public void StartTerm(FieldInfo field)
    {
        _field = field;
        _termStart = pos.Position;
        _count = 0;
        _payloads.Reset();
    }

    /// <summary>Starts a document: positions and offsets count from 0 again.</summary>
    public void StartDoc()
    {
        _position = 0;
        _startOffset = 0;
    }

    /// <summary>Adds the position the enum stands at.</summary>
    /// <exception cref="CorruptIndexException">Positions or offsets go backwards or beyond their limits.</exception>
    public void Add(int position, PostingsEnum postings)
    {
        if (position < _position || position > Lucene84PostingsFormat.MaxPosition)
            throw Broken($"position {position}, expected {_position} to {Lucene84PostingsFormat.MaxPosition}");
        _deltas[_count] = position - _position;
        _position = position;
        if (_field!.HasPayloads)
        {
            ReadOnlySpan<byte> payload = postings.Payload;
            _payloadLengths[_count] = payload.Length;
            _payloads.WriteBytes(payload);
        }

        if (_field.HasOffsets) AddOffsets(postings.StartOffset, postings.EndOffset);
        if (++_count == BlockSize) FlushBlock();
    }

    /// <summary>Adds the positions of documents of a field without payloads and offsets.</summary>
    /// <param name="freqs">How many positions each document has.</param>
    /// <param name="deltas">The differences of the positions, from 0 on in each document.</param>
    /// <exception cref="CorruptIndexException">Positions go backwards or beyond their limit.</exception>
    public void Add(ReadOnlySpan<int> freqs, ReadOnlySpan<int> deltas)
    {
        Check(freqs, deltas);
        while (deltas.Length > 0)
        {
            int step = Math.Min(deltas.Length, BlockSize - _count);
            deltas[..step].CopyTo(_deltas.AsSpan(_count));
            deltas = deltas[step..];
            if ((_count += step) == BlockSize) FlushBlock();
        }
    }

    /// <summary>Writes what is left of the term.</summary>
    /// <returns>The offset of the last positions from the term's start.</returns>
    public long FinishTerm()
    {
        long offset = pos.Position - _termStart;
        int payloadLength = -1;
        int offsetLength = -1;
        ReadOnlySpan<byte> payloads = _payloads.WrittenSpan;
        for (int i = 0; i < _count; i++)
        {
            if (_field!.HasPayloads)
            {
                WriteWithLength(_deltas[i], _payloadLengths[i], ref payloadLength);
                pos.WriteBytes(payloads[..payloadLength]);
                payloads = payloads[payloadLength..];
            }
            else
            {
                pos.WriteVInt(_deltas[i]);
            }

            if (_field.HasOffsets) WriteWithLength(_startDeltas[i], _offsetLengths[i], ref offsetLength);
        }

        return offset;
    }

    private void Check(ReadOnlySpan<int> freqs, ReadOnlySpan<int> deltas)
    {
        foreach (int freq in freqs)
        {
            int position = 0;
            foreach (int delta in deltas[..freq])
            {
                if ((uint)delta > (uint)(Lucene84PostingsFormat.MaxPosition - position))
                    throw Broken($"position {(long)position + delta}, expected {position} to {Lucene84PostingsFormat.MaxPosition}");
                position += delta;
            }

            deltas = deltas[freq..];
        }
    }

    private void AddOffsets(int start, int end)
    {
        if (start < _startOffset || end < start) throw Broken($"offsets {start} to {end}, expected a start of at least {_startOffset} and an end not before it");
        _startDeltas[_count] = start - _startOffset;
        _offsetLengths[_count] = end - start;
        _startOffset = start;
    }

    private void FlushBlock()
    {
        PForUtil.Encode(_deltas, pos);
        if (_field!.HasPayloads)
        {
            PForUtil.Encode(_payloadLengths, pay!);
            pay!.WriteVInt((int)_payloads.Position);
            _payloads.CopyTo(pay);
            _payloads.Reset();
        }

        if (_field.HasOffsets)
        {
            PForUtil.Encode(_startDeltas, pay!);
            PForUtil.Encode(_offsetLengths, pay!);
        }

        _count = 0;
    }

    /// <summary>A tail's value, and a length when it differs from the one before.</summary>
    private void WriteWithLength(int value, int length, ref int previousLength)
    {
        if (length == previousLength)
        {
            pos.WriteVInt(value << 1);
        }
        else
        {
            pos.WriteVInt((value << 1) | 1);
            pos.WriteVInt(length);
            previousLength = length;
        }
    }

    private CorruptIndexException Broken(string what) => new($"field '{_field!.Name}' has {what}", pos.Name, pos.Position);
}
