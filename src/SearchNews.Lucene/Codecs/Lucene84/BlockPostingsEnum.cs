using System.Runtime.CompilerServices;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Walks the documents of a term block by block, and gives the bounds of scores. What it holds of positions is up to the subclasses.
/// Frequencies are decoded when first asked for in a block, skip data when first needed.
/// </summary>
/// <remarks>
/// <code>
/// .doc term = floor(docFreq / 128) times [delta block of documents, PFOR block of frequencies if indexed], then the rest one by one:
///     vInt difference                                     without frequencies
///     vInt difference * 2 + 1                             frequency 1
///     vInt difference * 2, vInt frequency                 else
/// and skip data if docFreq > 128. A term of one document has nothing in .doc.
/// </code>
/// Differences run on from 0 over all blocks. Source: lucene84 postings writer.
/// </remarks>
internal abstract class BlockPostingsEnum : ImpactsEnum
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;
    private const int NearBlocks = 2;

    private static readonly Impact[] Unbounded = [new(int.MaxValue, 1)];

    private readonly BlockTermState _state = new();
    private Lucene84PostingsReader _reader = null!; // from the start on
    private int _maxDoc;
    private IndexInput? _input;
    private SkipReader? _skip;
    private FieldInfo? _field;

    // The block. Behind the last document of the term stands NoMoreDocs.
    private int[] _docs = [];
    private int[] _freqs = [];
    private int _docCount;
    private int _upto;
    private int _lastInBlock; // NoMoreDocs in the last block
    private bool _freqsPending; // the input stands before the block's frequencies
    private int _blockFreq; // the frequency of every document of the block; 0 when they differ, or are pending

    private int _docFreq;
    private long _nearby; // documents that the next blocks span if they are like the others
    private int _loaded; // documents up to the end of the block
    private int _previousDoc; // the document before the next block
    private int _doc;
    private bool _wantFreqs;
    private bool _skipReady;

    public sealed override int DocId => _doc;

    public sealed override long Cost => _docFreq;

    public sealed override int Freq
    {
        get
        {
            if (!_wantFreqs) return 1;
            if (_blockFreq > 0) return _blockFreq;
            if (_freqsPending) ReadFreqs();
            return _freqs[_upto];
        }
    }

    /// <summary>
    /// The frequency that all documents of the block have; 0 when they differ. Most blocks of short texts have frequency 1 throughout, and no frequencies need to be decoded then.
    /// </summary>
    public int BlockFreq => _wantFreqs ? _blockFreq : 1;

    /// <summary>The last document of the current block; NoMoreDocs when no block follows, -1 before the first.</summary>
    public int LastInBlock => _lastInBlock;

    public sealed override int LevelCount => Math.Max(1, ImpactLevels);

    /// <summary>The frequencies of all documents of the block. Only when frequencies are wanted.</summary>
    protected ReadOnlySpan<int> BlockFreqs => FreqsFrom(0, _docCount);

    /// <summary>Index of the current document in the block.</summary>
    protected int Upto => _upto;

    private int ImpactLevels => _skipReady ? _skip!.ImpactLevels : 0;

    public sealed override int NextDoc()
    {
        int i = _upto + 1;
        if (i == BlockSize)
        {
            ReadBlock();
            i = 0;
        }

        _upto = i;
        return _doc = _docs[i];
    }

    public sealed override int Advance(int target)
    {
        if (target > _lastInBlock) MoveToBlock(target);
        _upto = BlockSearch.FindFirstAtLeast(_docs, _upto + 1, target);
        return _doc = _docs[_upto];
    }

    public sealed override int ReadDocs(int end, Span<int> docs, Span<int> freqs)
    {
        if (_doc >= end) return 0;
        int from = _upto;
        int to = _docs[_docCount - 1] < end ? _docCount : BlockSearch.FindFirstAtLeast(_docs, from + 1, end);
        int count = Math.Min(to - from, docs.Length);
        _docs.AsSpan(from, count).CopyTo(docs);
        if (_wantFreqs)
        {
            FreqsFrom(from, count).CopyTo(freqs);
        }
        else
        {
            freqs[..count].Fill(1);
        }

        MoveBehind(count);
        return count;
    }

    /// <summary>The block's documents from the current one on that are before <paramref name="end"/>. To be called on a document; valid until the next move.</summary>
    public ReadOnlySpan<int> RestOfBlock(int end)
    {
        if (_doc >= end) return [];
        int to = _docs[_docCount - 1] < end ? _docCount : BlockSearch.FindFirstAtLeast(_docs, _upto + 1, end);
        return _docs.AsSpan(_upto, to - _upto);
    }

    /// <summary>The frequencies of the next documents of the block, the current one first. Only when frequencies are wanted.</summary>
    public ReadOnlySpan<int> FreqsOfBlock(int count) => FreqsFrom(_upto, count);

    /// <summary>Passes over the current document and those after it, so many in all, none beyond the block.</summary>
    public void MoveBehind(int count)
    {
        _upto += count - 1;
        NextDoc();
    }

    public sealed override void AdvanceShallow(int target)
    {
        if (_docFreq > BlockSize) Skip().MoveTo(target);
    }

    public sealed override int GetDocIdUpTo(int level) => ImpactLevels == 0 ? NoMoreDocs : _skip!.GetDocIdUpTo(level);

    public sealed override ReadOnlySpan<Impact> GetImpacts(int level) => ImpactLevels == 0 ? Unbounded : _skip!.GetImpacts(level);

    /// <summary>True when what was read last was of that reader.</summary>
    protected bool IsOf(Lucene84PostingsReader reader) => ReferenceEquals(_reader, reader);

    /// <summary>Starts a term.</summary>
    protected void Start(Lucene84PostingsReader reader, FieldInfo field, BlockTermState state, bool wantFreqs)
    {
        if (!IsOf(reader)) (_reader, _maxDoc, _input, _skip) = (reader, reader.MaxDoc, null, null);
        if (state.DocFreq < 1 || state.DocFreq > _maxDoc || state.TotalTermFreq < state.DocFreq || state.SingletonDocId >= _maxDoc)
            _reader.ThrowBadTerm(field, state);
        _field = field;
        _state.CopyFrom(state);
        _docFreq = state.DocFreq;
        _nearby = (long)NearBlocks * BlockSize * _maxDoc / _docFreq;
        _wantFreqs = wantFreqs;
        _freqsPending = false;
        _blockFreq = 0;
        _skipReady = false;
        _docCount = 0;
        _upto = BlockSize - 1;
        _lastInBlock = -1;
        _loaded = 0;
        _previousDoc = 0;
        _doc = -1;

        int room = Math.Min(BlockSize, _docFreq + 1);
        if (_docs.Length < room + BlockSearch.Slack) _docs = new int[room + BlockSearch.Slack];
        if (_wantFreqs && _freqs.Length < room) _freqs = new int[room];
        if (state.SingletonDocId == -1) (_input ??= _reader.Doc.Clone()).Position = state.DocStartFP;
    }

    /// <summary>The frequencies of the block's documents from <paramref name="from"/> up to <paramref name="to"/> (exclusive), added up. Only when frequencies are wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected long SumFreqs(int from, int to) => _blockFreq > 0 ? (long)_blockFreq * (to - from) : FreqSum.AddUp(FreqsFrom(from, to - from));

    /// <summary>Called before the block of <paramref name="docCount"/> documents is left for the one behind it.</summary>
    protected virtual void OnLeaveBlock(int docCount)
    {
    }

    /// <summary>Called when reading goes on at a point of the skip data.</summary>
    protected virtual void OnSkip(SkipEntry point)
    {
    }

    private ReadOnlySpan<int> FreqsFrom(int from, int count)
    {
        if (_freqsPending) ReadFreqs();
        else if (_blockFreq > 0) _freqs.AsSpan(from, count).Fill(_blockFreq);
        return _freqs.AsSpan(from, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadFreqs()
    {
        PForUtil.Decode(_input!, _freqs);
        _freqsPending = false;
    }

    private void MoveToBlock(int target)
    {
        // Reading skip data costs as much as a few blocks do, so a target that is probably in one of the next is looked for there.
        int near = target - _previousDoc <= _nearby ? NearBlocks : 0;
        while (true)
        {
            if (near-- <= 0 && _docFreq - _loaded > BlockSize && target - _previousDoc > BlockSize) SkipTo(target);
            ReadBlock();
            if (target <= _lastInBlock) return;
        }
    }

    private void SkipTo(int target)
    {
        SkipReader skip = Skip();
        skip.MoveTo(target);
        SkipEntry point = skip.Before;

        // The bounds may have been moved beyond the target.
        int docs = point.Number * BlockSize;
        if (docs == 0 || docs < _loaded || point.Doc >= target) return;
        _input!.Position = point.DocFP;
        _loaded = docs;
        _previousDoc = point.Doc;
        _freqsPending = false;
        _docCount = 0;
        OnSkip(point);
    }

    private SkipReader Skip()
    {
        SkipReader skip = _skip ??= new SkipReader(_reader.Doc);
        if (_skipReady) return skip;
        skip.Reset(_field!, _state, _maxDoc);
        _skipReady = true;
        return skip;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ReadBlock()
    {
        if (_docCount > 0) OnLeaveBlock(_docCount);
        if (_freqsPending) PForUtil.Skip(_input!);
        int left = _docFreq - _loaded;
        if (left >= BlockSize) ReadFullBlock();
        else ReadTail(left);
        _upto = -1;
    }

    private void ReadFullBlock()
    {
        ForDeltaUtil.Decode(_input!, _previousDoc, _maxDoc, _docs);
        _docCount = BlockSize;
        _loaded += BlockSize;
        _previousDoc = _lastInBlock = _docs[BlockSize - 1];
        _freqsPending = _field!.HasFreqs;
        _blockFreq = _freqsPending ? PForUtil.ReadIfConstant(_input!) : 1;
        if (_blockFreq > 0) _freqsPending = false;
    }

    private void ReadTail(int count)
    {
        if (_state.SingletonDocId != -1) SetSingleton();
        else if (_field!.HasFreqs) ReadTailWithFreqs(count);
        else ReadTailDocs(count);
        _docs[count] = NoMoreDocs;
        _docCount = count;
        _loaded = _docFreq;
        _lastInBlock = NoMoreDocs;
        _freqsPending = false;
        _blockFreq = 0;
    }

    private void SetSingleton()
    {
        _docs[0] = _state.SingletonDocId;
        if (!_wantFreqs) return;
        if (_state.TotalTermFreq > int.MaxValue) _reader.ThrowBadTerm(_field!, _state);
        _freqs[0] = (int)_state.TotalTermFreq;
    }

    private void ReadTailDocs(int count)
    {
        int doc = _previousDoc;
        for (int i = 0; i < count; i++) _docs[i] = doc = Next(doc, _input!.ReadVInt());
    }

    private void ReadTailWithFreqs(int count)
    {
        IndexInput input = _input!;
        int doc = _previousDoc;
        for (int i = 0; i < count; i++)
        {
            int code = input.ReadVInt();
            _docs[i] = doc = Next(doc, code >>> 1);
            int freq = (code & 1) != 0 ? 1 : input.ReadVInt();
            if (freq < 1) throw new CorruptIndexException($"frequency {freq} in document {doc}, expected at least 1", input.Name, input.Position);
            if (_wantFreqs) _freqs[i] = freq;
        }
    }

    private int Next(int doc, int delta)
    {
        uint next = (uint)doc + (uint)delta;
        if (delta < 0 || next >= (uint)_maxDoc)
            throw new CorruptIndexException($"document {doc} is followed by {(long)doc + delta}, expected less than {_maxDoc}", _input!.Name, _input.Position);
        return (int)next;
    }
}
