using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.BlockTree;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// The union of the documents of many terms. Of each only a place in .doc is kept, some 24 bytes, and all are decoded in one buffer: hundreds of rare words cost little more
/// than their documents. Layout: <see cref="BlockPostingsEnum"/>.
/// </summary>
internal sealed class PostingsUnion : DocUnion
{
    private const int BlockSize = Lucene84PostingsFormat.BlockSize;

    private readonly Lucene84PostingsReader _reader;
    private readonly FieldInfo _field;
    private readonly IndexInput _input;
    private readonly int _maxDoc;
    private readonly int[] _docs = new int[BlockSize];
    private Place[] _places = new Place[16];
    private int _placeCount;

    // The documents of terms that have only one, which stand in the dictionary.
    private int[] _singles = new int[16];
    private int _singleCount;

    public PostingsUnion(Lucene84PostingsReader reader, FieldInfo field)
    {
        _reader = reader;
        _field = field;
        _input = reader.Doc.Clone();
        _maxDoc = reader.MaxDoc;
    }

    /// <inheritdoc/>
    public override void Mark(Span<ulong> window, int start)
    {
        foreach (int doc in _singles.AsSpan(0, _singleCount)) Set(window, start, doc);
        int end = (int)Math.Min(_maxDoc, start + (64L * window.Length));
        for (int i = 0; i < _placeCount;)
        {
            ref Place place = ref _places[i];
            if (place.Doc < end) Mark(ref place, window, start, end);
            if (place.Left > 0 || place.IsAhead) i++;
            else place = _places[--_placeCount];
        }
    }

    /// <inheritdoc/>
    protected override void AddPostings(TermsEnum terms)
    {
        BlockTermState state = terms is BlockTreeTermsEnum blocks ? blocks.CurrentState : BlockTermState.Of(terms.GetTermState());
        if (state.DocFreq < 1 || state.DocFreq > _maxDoc || state.TotalTermFreq < state.DocFreq || state.SingletonDocId >= _maxDoc) _reader.ThrowBadTerm(_field, state);
        if (state.SingletonDocId != -1)
        {
            if (_singleCount == _singles.Length) Array.Resize(ref _singles, _singleCount * 2);
            _singles[_singleCount++] = state.SingletonDocId;
            return;
        }

        if (_placeCount == _places.Length) Array.Resize(ref _places, _placeCount * 2);
        _places[_placeCount++] = new Place { FP = state.DocStartFP, Left = state.DocFreq };
    }

    private static void Set(Span<ulong> window, int start, int doc)
    {
        uint bit = (uint)(doc - start);
        if (bit >> 6 < (uint)window.Length) window[(int)(bit >> 6)] |= 1UL << (int)bit;
    }

    private void Mark(ref Place place, Span<ulong> window, int start, int end)
    {
        _input.Position = place.FP;
        while (place.Left >= BlockSize && place.Doc < end)
        {
            ForDeltaUtil.Decode(_input, place.Doc, _maxDoc, _docs);
            foreach (int doc in _docs) Set(window, start, doc);

            // A block that goes on behind the window is decoded once more for the next one.
            if (_docs[^1] >= end) return;
            if (_field.HasFreqs) PForUtil.Skip(_input);
            place.FP = _input.Position;
            place.Doc = _docs[^1];
            place.Left -= BlockSize;
        }

        if (place.Left < BlockSize) MarkTail(ref place, window, start, end);
    }

    private void MarkTail(ref Place place, Span<ulong> window, int start, int end)
    {
        int doc = place.Doc;
        if (doc >= end) return;
        if (place.IsAhead) Set(window, start, doc);
        place.IsAhead = false;
        while (place.Left > 0)
        {
            doc = Next(doc);
            place.Left--;
            if (doc >= end)
            {
                place.IsAhead = true;
                break;
            }

            Set(window, start, doc);
        }

        place.Doc = doc;
        place.FP = _input.Position;
    }

    private int Next(int doc)
    {
        int delta = _input.ReadVInt();
        if (_field.HasFreqs)
        {
            if ((delta & 1) == 0 && _input.ReadVInt() < 1) throw new CorruptIndexException($"frequency behind document {doc} is below 1", _input.Name, _input.Position);
            delta >>>= 1;
        }

        uint next = (uint)doc + (uint)delta;
        if (delta < 0 || next >= (uint)_maxDoc)
            throw new CorruptIndexException($"document {doc} is followed by {(long)doc + delta}, expected less than {_maxDoc}", _input.Name, _input.Position);
        return (int)next;
    }

    /// <summary>How far the documents of a term are read.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Place
    {
        /// <summary>Where the next block or document is.</summary>
        public long FP;

        /// <summary>The last document read; 0 at first.</summary>
        public int Doc;

        /// <summary>Documents not read yet.</summary>
        public int Left;

        /// <summary><see cref="Doc"/> was read in vain: it belongs to a later window.</summary>
        public bool IsAhead;
    }
}
