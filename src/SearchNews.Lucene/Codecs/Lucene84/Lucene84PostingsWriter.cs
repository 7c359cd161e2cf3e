using System.Diagnostics.CodeAnalysis;
using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Writes the postings of one segment, term after term, for the term dictionary, which keeps what <see cref="EncodeTerm"/> writes.
/// Belongs to one thread. Call <see cref="Close"/> at the end; without it the files have no footer and do not open. After an exception only
/// <see cref="Dispose"/> may follow.
/// </summary>
internal sealed class Lucene84PostingsWriter : IDisposable
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly IndexOutput _doc;
    private readonly IndexOutput? _pos;
    private readonly IndexOutput? _pay;
    private readonly PositionsWriter? _positions;
    private readonly SkipWriter _skip = new();
    private readonly SegmentWriteState _state;
    private readonly int[] _docs = new int[BlockSize];
    private readonly int[] _deltas = new int[BlockSize];
    private readonly int[] _freqs = new int[BlockSize];
    private int[] _positionDeltas = new int[BlockSize];
    private FieldInfo? _field;
    private Func<NumericDocValues?>? _norms;
    private NumericDocValues? _termNorms;
    private int _count;
    private int _blocks;
    private int _previousDoc;

    /// <summary>Creates .doc, and .pos and .pay when the segment's fields ask for them.</summary>
    public Lucene84PostingsWriter(SegmentWriteState state)
    {
        _state = state;
        try
        {
            _doc = state.Create(Lucene84PostingsFormat.DocExtension, Lucene84PostingsFormat.DocCodec, Lucene84PostingsFormat.Version);
            _doc.WriteByte(Lucene84PostingsFormat.LittleEndianMark);
            if (Lucene84PostingsFormat.HasPosFile(state.Fields))
                _pos = state.Create(Lucene84PostingsFormat.PosExtension, Lucene84PostingsFormat.PosCodec, Lucene84PostingsFormat.Version);
            if (Lucene84PostingsFormat.HasPayFile(state.Fields))
                _pay = state.Create(Lucene84PostingsFormat.PayExtension, Lucene84PostingsFormat.PayCodec, Lucene84PostingsFormat.Version);
        }
        catch
        {
            Dispose();
            throw;
        }

        if (_pos is not null) _positions = new PositionsWriter(_pos, _pay);
    }

    /// <summary>Starts a field.</summary>
    /// <param name="field">The field; its index options say what is written.</param>
    /// <param name="norms">
    /// Gives a fresh walk over the norms of the field in this segment; called for terms of more than 128 documents. Null when the field has none.
    /// A document without a value counts as norm 1.
    /// </param>
    public void SetField(FieldInfo field, Func<NumericDocValues?>? norms)
    {
        _field = field;
        _norms = norms;
    }

    /// <summary>Writes all documents of a term.</summary>
    /// <param name="postings">The documents, not yet started; with all that the field's index options hold.</param>
    /// <param name="state">Filled: frequencies and file pointers.</param>
    /// <param name="docsSeen">The bit of each document is set; null when nobody counts.</param>
    /// <returns>False when there was no document; nothing is written then.</returns>
    /// <exception cref="CorruptIndexException">Documents or positions are out of order or beyond their limits.</exception>
    public bool WriteTerm(PostingsEnum postings, BlockTermState state, Bits? docsSeen)
    {
        FieldInfo field = _field ?? throw new InvalidOperationException("SetField comes before the terms of a field.");
        if (postings.NextDoc() == DocIdSetIterator.NoMoreDocs) return false;

        PositionsWriter? positions = field.HasPositions ? _positions : null;
        Start(field, state, positions);
        if (positions is not null && (field.HasPayloads || field.HasOffsets)) AddOneByOne(field, postings, state, docsSeen);
        else AddInBlocks(field, postings, state, docsSeen);
        Finish(field, state, positions);
        return true;
    }

    /// <summary>Writes the term's metadata; see <see cref="TermMetadata"/>.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="field">The field.</param>
    /// <param name="state">What <see cref="WriteTerm"/> filled.</param>
    /// <param name="previous">The state of the term before, in the same block of the dictionary.</param>
    /// <param name="first">True for the first term of a block; <paramref name="previous"/> is not looked at then.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "Part of the writer's contract with the term dictionary.")]
    public void EncodeTerm(DataOutput output, FieldInfo field, BlockTermState state, BlockTermState previous, bool first) =>
        TermMetadata.Encode(output, field, state, previous, first);

    /// <summary>Writes the second header of .tmd and the block size.</summary>
    public void WriteMetaHeader(IndexOutput tmd)
    {
        CodecUtil.WriteIndexHeader(tmd, Lucene84PostingsFormat.TermsCodec, Lucene84PostingsFormat.Version, _state.Segment.Id, _state.Suffix);
        tmd.WriteVInt(BlockSize);
    }

    /// <summary>Writes the footers.</summary>
    public void Close()
    {
        CodecUtil.WriteFooter(_doc);
        if (_pos is not null) CodecUtil.WriteFooter(_pos);
        if (_pay is not null) CodecUtil.WriteFooter(_pay);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _doc?.Dispose();
        _pos?.Dispose();
        _pay?.Dispose();
    }

    private void AddOneByOne(FieldInfo field, PostingsEnum postings, BlockTermState state, Bits? docsSeen)
    {
        PositionsWriter positions = _positions!;
        int doc = postings.DocId;
        for (int last = -1; doc != DocIdSetIterator.NoMoreDocs; last = doc, doc = postings.NextDoc())
        {
            int freq = postings.Freq;
            Check(doc, last, freq);
            if (_count == BlockSize) FlushBlockBeforeMore(field, state, positions);
            _docs[_count] = doc;
            _freqs[_count++] = freq;
            state.DocFreq++;
            state.TotalTermFreq += freq;
            AddPositions(positions, postings, freq);
            if (docsSeen is not null) docsSeen[doc] = true;
        }
    }

    /// <summary>As above for fields without payloads and offsets, as many documents at once as the block has room for.</summary>
    private void AddInBlocks(FieldInfo field, PostingsEnum postings, BlockTermState state, Bits? docsSeen)
    {
        PositionsWriter? positions = field.HasPositions ? _positions : null;
        int last = -1;
        while (postings.DocId != DocIdSetIterator.NoMoreDocs)
        {
            if (_count == BlockSize) FlushBlockBeforeMore(field, state, positions);
            Span<int> docs = _docs.AsSpan(_count);
            Span<int> freqs = _freqs.AsSpan(_count);
            int count = positions is null ? postings.ReadDocs(DocIdSetIterator.NoMoreDocs, docs, freqs) : postings.ReadAll(docs, freqs, ref _positionDeltas);
            docs = docs[..count];
            freqs = freqs[..count];
            if (!field.HasFreqs) freqs.Fill(1);
            long total = Check(docs, freqs, last);
            last = docs[^1];
            positions?.Add(freqs, _positionDeltas.AsSpan(0, checked((int)total)));
            _count += count;
            state.DocFreq += count;
            state.TotalTermFreq += total;
            if (docsSeen is null) continue;
            foreach (int doc in docs) docsSeen[doc] = true;
        }
    }

    /// <summary>Checks documents that follow <paramref name="last"/>, and adds up their frequencies.</summary>
    private long Check(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, int last)
    {
        int maxDoc = _state.Segment.MaxDoc;
        long total = 0;
        for (int i = 0; i < docs.Length; i++)
        {
            int doc = docs[i];
            int freq = freqs[i];
            if (doc <= last || doc >= maxDoc || freq < 1) Check(doc, last, freq);
            last = doc;
            total += freq;
        }

        return total;
    }

    private static void AddPositions(PositionsWriter positions, PostingsEnum postings, int freq)
    {
        positions.StartDoc();
        for (int i = 0; i < freq; i++) positions.Add(postings.NextPosition(), postings);
    }

    private void Start(FieldInfo field, BlockTermState state, PositionsWriter? positions)
    {
        _count = 0;
        _blocks = 0;
        _previousDoc = 0;
        positions?.StartTerm(field);
        state.DocFreq = 0;
        state.TotalTermFreq = 0;
        state.DocStartFP = _doc.Position;
        state.PosStartFP = positions?.PosFP ?? 0;
        state.PayStartFP = positions?.PayFP ?? 0;
        state.SingletonDocId = -1;
        state.SkipOffset = -1;
        state.LastPosBlockOffset = -1;
    }

    private void Check(int doc, int last, int freq)
    {
        if (doc <= last || doc >= _state.Segment.MaxDoc)
            throw Broken($"document {doc} after {last}, expected above it and below {_state.Segment.MaxDoc}");
        if (freq < 1) throw Broken($"frequency {freq} in document {doc}, expected at least 1");
    }

    private CorruptIndexException Broken(string what) => new($"field '{_field!.Name}' has {what}", _doc.Name, _doc.Position);

    /// <summary>Writes the full block and, since another document follows, its skip entry. The positions of that document are not added yet.</summary>
    private void FlushBlockBeforeMore(FieldInfo field, BlockTermState state, PositionsWriter? positions)
    {
        if (_blocks == 0)
        {
            _skip.Start(field, state);
            _termNorms = _norms?.Invoke();
        }

        AddImpacts(_skip.BlockImpacts, _termNorms);
        FlushBlock(field);
        _skip.Add(new SkipEntry
        {
            Number = ++_blocks,
            Doc = _previousDoc,
            DocFP = _doc.Position,
            PosFP = positions?.PosFP ?? 0,
            PosUpto = positions?.Upto ?? 0,
            PayloadUpto = positions?.PayloadUpto ?? 0,
            PayFP = positions?.PayFP ?? 0,
        });
    }

    private void AddImpacts(ImpactAccumulator impacts, NumericDocValues? norms)
    {
        if (norms is DenseByteNorms dense)
        {
            ReadOnlySpan<byte> bytes = dense.Bytes;
            for (int i = 0; i < BlockSize; i++) impacts.Add(_freqs[i], _docs[i] < bytes.Length ? (sbyte)bytes[_docs[i]] : 1);
        }
        else
        {
            for (int i = 0; i < BlockSize; i++)
                impacts.Add(_freqs[i], norms is not null && norms.AdvanceExact(_docs[i]) ? norms.LongValue : 1);
        }
    }

    private void FlushBlock(FieldInfo field)
    {
        MakeDeltas();
        ForDeltaUtil.Encode(_deltas, _doc);
        if (field.HasFreqs) PForUtil.Encode(_freqs, _doc);
        _count = 0;
    }

    private void MakeDeltas()
    {
        int previous = _previousDoc;
        for (int i = 0; i < _count; i++)
        {
            _deltas[i] = _docs[i] - previous;
            previous = _docs[i];
        }

        _previousDoc = previous;
    }

    private void Finish(FieldInfo field, BlockTermState state, PositionsWriter? positions)
    {
        if (state.DocFreq == 1) state.SingletonDocId = _docs[0];
        else if (_count == BlockSize) FlushBlock(field);
        else WriteTail(field);

        if (positions is not null)
        {
            long lastPosBlockOffset = positions.FinishTerm();
            if (state.TotalTermFreq > BlockSize) state.LastPosBlockOffset = lastPosBlockOffset;
        }

        if (state.DocFreq > BlockSize)
        {
            state.SkipOffset = _doc.Position - state.DocStartFP;
            _skip.WriteTo(_doc);
        }
    }

    private void WriteTail(FieldInfo field)
    {
        MakeDeltas();
        for (int i = 0; i < _count; i++)
        {
            int delta = _deltas[i];
            if (!field.HasFreqs)
            {
                _doc.WriteVInt(delta);
            }
            else if (_freqs[i] == 1)
            {
                _doc.WriteVInt((delta << 1) | 1);
            }
            else
            {
                _doc.WriteVInt(delta << 1);
                _doc.WriteVInt(_freqs[i]);
            }
        }
    }
}
