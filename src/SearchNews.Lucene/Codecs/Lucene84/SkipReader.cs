using System.Diagnostics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Finds, in the skip data of one term, the last point before a document, and the impacts of the runs of documents that hold it. Only for
/// terms of more than 128 documents. Moves forward. Belongs to one thread.
/// </summary>
/// <remarks>
/// <code>
/// Skip data = for each level from the top down to 1: vLong byte length, Entry*; then Entry* of level 0
/// Entry     = vInt doc - previous, vLong docFP - previous,
///             if positions: vLong posFP - previous, vInt posUpto, vInt payloadUpto if payloads, vLong payFP - previous if payloads or offsets,
///             vInt length of impacts, impacts, vLong child pointer if level > 0
/// </code>
/// Level L has floor((docFreq - 1) / (128 * 8^L)) entries, and levels without any are left out. Before the first entry stand document 0 and the
/// term's start. The child pointer is where, in the bytes of the level below, the same point's entry ends, its own child pointer not included.
/// Source: lucene84 skip writer.
/// <para>
/// On every level the reader holds two neighbouring points with <c>Before.Doc &lt; target &lt;= Next.Doc</c>; the impacts of Next are those of the
/// documents after Before up to Next.
/// </para>
/// </remarks>
internal sealed class SkipReader
{
    private readonly IndexInput _input;
    private Level[] _levels = [];
    private bool _hasPositions;
    private bool _hasPayloads;
    private bool _hasPayData;
    private int _count;
    private int _maxDoc;

    /// <summary>A reader that is at no term yet.</summary>
    /// <param name="doc">The .doc file; a cursor of its own is made.</param>
    public SkipReader(IndexInput doc) => _input = doc.Clone();

    /// <summary>The last point before the target, on level 0: the block of documents that holds the target starts there.</summary>
    public ref readonly SkipEntry Before => ref _levels[0].Before;

    /// <summary>The last document of the block that holds the target; NoMoreDocs when the target is behind the last point.</summary>
    public int NextDoc => _levels[0].Next.Doc;

    /// <summary>How many levels, from 0 up, have impacts for the target: 0 when it is behind the last point.</summary>
    public int ImpactLevels
    {
        get
        {
            int level = 0;
            while (level < _count && _levels[level].Next.Number > 0 && _levels[level].Next.Doc != DocIdSetIterator.NoMoreDocs) level++;
            return level;
        }
    }

    /// <summary>Starts a term.</summary>
    public void Reset(FieldInfo field, BlockTermState state, int maxDoc)
    {
        Debug.Assert(state.DocFreq > Lucene84PostingsFormat.BlockSize, "Fewer documents have no skip data.");
        _hasPositions = field.HasPositions;
        _hasPayloads = field.HasPayloads;
        _hasPayData = Lucene84PostingsFormat.HasPayData(field);
        _maxDoc = maxDoc;
        int entries = (state.DocFreq - 1) / Lucene84PostingsFormat.BlockSize;
        _count = CountLevels(entries);
        if (_count > _levels.Length) _levels = new Level[_count];
        for (int level = 0; level < _count; level++, entries /= Lucene84PostingsFormat.SkipMultiplier) _levels[level].Start(entries, state);

        _input.Position = state.DocStartFP;
        _input.Skip(state.SkipOffset);
        for (int level = _count - 1; level > 0; level--)
        {
            long length = _input.ReadVLong();
            _levels[level].StartFP = _levels[level].FP = _input.Position;
            _input.Skip(length);
        }

        _levels[0].StartFP = _levels[0].FP = _input.Position;
    }

    /// <summary>Moves to the neighbouring points around <paramref name="target"/>; does nothing when it lies before them.</summary>
    public void MoveTo(int target)
    {
        int level = 0;
        if (_levels[0].Next.Doc >= target) return;
        while (level + 1 < _count && _levels[level + 1].Next.Doc < target) level++;
        for (; level >= 0; level--)
        {
            ref Level current = ref _levels[level];
            while (current.Next.Doc < target) ReadNext(ref current, level);
            if (level > 0) Descend(current.Before, level - 1);
        }

        CheckOrder();
    }

    /// <summary>The last document that the level's impacts cover.</summary>
    public int GetDocIdUpTo(int level) => _levels[level].Next.Doc;

    /// <summary>The impacts of the level; valid until the next call for it.</summary>
    public ReadOnlySpan<Impact> GetImpacts(int level)
    {
        ref Level current = ref _levels[level];
        if (current.DecodedNumber != current.Next.Number)
        {
            _input.Position = current.Next.ImpactsFP;
            current.ImpactCount = ImpactsCodec.Read(_input, current.Next.ImpactsLength, ref current.Impacts);
            current.DecodedNumber = current.Next.Number;
        }

        return current.Impacts.AsSpan(0, current.ImpactCount);
    }

    private static int CountLevels(int entries)
    {
        int levels = 0;
        for (; entries > 0 && levels < Lucene84PostingsFormat.MaxSkipLevels; entries /= Lucene84PostingsFormat.SkipMultiplier) levels++;
        return levels;
    }

    /// <summary>Moves a level on to the point that the level above passed last, unless it is there or beyond.</summary>
    private void Descend(SkipEntry point, int level)
    {
        ref Level current = ref _levels[level];
        int number = point.Number * Lucene84PostingsFormat.SkipMultiplier;
        if (number <= current.Next.Number) return;

        _input.Position = current.StartFP;
        _input.Skip(point.Child);
        current.Next = point;
        current.Next.Number = number;
        if (level > 0) current.Next.Child = _input.ReadVLong();
        current.FP = _input.Position;
    }

    /// <summary>Callers rely on runs that grow with the level; in damaged data the levels may contradict one another.</summary>
    private void CheckOrder()
    {
        for (int level = 1; level < _count; level++)
        {
            if (_levels[level].Next.Doc < _levels[level - 1].Next.Doc)
                throw new CorruptIndexException($"skip data of level {level} end at document {_levels[level].Next.Doc}, those of the level below at {_levels[level - 1].Next.Doc}", _input.Name, _levels[level].StartFP);
        }
    }

    /// <summary>Makes Next the point before, and reads the one after it.</summary>
    private void ReadNext(ref Level level, int index)
    {
        level.Before = level.Next;
        ref SkipEntry next = ref level.Next;
        next.Number++;
        if (next.Number > level.Entries)
        {
            next.Doc = DocIdSetIterator.NoMoreDocs;
            return;
        }

        IndexInput input = _input;
        input.Position = level.FP;
        int step = input.ReadVInt();
        uint doc = (uint)Math.Max(next.Doc, 0) + (uint)step;
        if (step <= 0 || doc >= (uint)_maxDoc) throw new CorruptIndexException($"skip entry leads from document {next.Doc} by {step}, expected less than {_maxDoc}", input.Name, level.FP);
        next.Doc = (int)doc;
        next.DocFP += input.ReadVLong();
        if (_hasPositions)
        {
            next.PosFP += input.ReadVLong();
            next.PosUpto = input.ReadVInt("index in a block of positions", Lucene84PostingsFormat.BlockSize - 1);
            if (_hasPayloads) next.PayloadUpto = input.ReadVInt("payload bytes before a position", int.MaxValue);
            if (_hasPayData) next.PayFP += input.ReadVLong();
        }

        next.ImpactsLength = input.ReadVInt("length of impacts", input.Remaining);
        next.ImpactsFP = input.Position;
        input.Skip(next.ImpactsLength);
        if (index > 0) next.Child = input.ReadVLong();
        level.FP = input.Position;
    }

    /// <summary>The state of one level.</summary>
    private struct Level
    {
        public SkipEntry Before;
        public SkipEntry Next;

        /// <summary>Where the level's bytes start.</summary>
        public long StartFP;

        /// <summary>Where the entry after Next starts.</summary>
        public long FP;

        /// <summary>How many entries the level has.</summary>
        public int Entries;

        /// <summary>Number of the entry whose impacts are decoded; 0 for none.</summary>
        public int DecodedNumber;

        public int ImpactCount;
        public Impact[] Impacts;

        public void Start(int entries, BlockTermState state)
        {
            Entries = entries;
            Before = new SkipEntry { Doc = -1, DocFP = state.DocStartFP, PosFP = state.PosStartFP, PayFP = state.PayStartFP };
            Next = Before;
            DecodedNumber = 0;
            Impacts ??= [];
        }
    }
}
