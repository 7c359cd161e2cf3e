using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Collects the skip data of one term in memory while its blocks are written. Level 0 has an entry for every block of 128 documents that another
/// document follows, each higher level for every eighth of the level below. The layout is that of <see cref="SkipReader"/>.
/// </summary>
internal sealed class SkipWriter
{
    private readonly MemoryOutput[] _levels = new MemoryOutput[Lucene84PostingsFormat.MaxSkipLevels];
    private readonly ImpactAccumulator[] _impacts = new ImpactAccumulator[Lucene84PostingsFormat.MaxSkipLevels];
    private readonly SkipEntry[] _previous = new SkipEntry[Lucene84PostingsFormat.MaxSkipLevels];
    private readonly MemoryOutput _scratch = new();
    private FieldInfo? _field;
    private int _levelCount;

    public SkipWriter()
    {
        for (int i = 0; i < _levels.Length; i++)
        {
            _levels[i] = new MemoryOutput();
            _impacts[i] = new ImpactAccumulator();
        }
    }

    /// <summary>Takes the documents of the block that the next <see cref="Add"/> ends.</summary>
    public ImpactAccumulator BlockImpacts => _impacts[0];

    /// <summary>Starts a term whose data begin at the file pointers of <paramref name="state"/>.</summary>
    public void Start(FieldInfo field, BlockTermState state)
    {
        _field = field;
        Array.Fill(_previous, new SkipEntry { DocFP = state.DocStartFP, PosFP = state.PosStartFP, PayFP = state.PayStartFP });
    }

    /// <summary>Adds the entry of a block to its levels.</summary>
    /// <param name="entry">Its number is that of the block, from 1.</param>
    public void Add(SkipEntry entry)
    {
        int levels = LevelsOf(entry.Number);
        _levelCount = Math.Max(_levelCount, levels);
        long child = 0;
        for (int level = 0; level < levels; level++)
        {
            MemoryOutput output = _levels[level];
            WriteEntry(output, level, entry);
            long end = output.Position;
            if (level > 0) output.WriteVLong(child);
            child = end;
        }
    }

    /// <summary>Writes all levels and forgets them.</summary>
    public void WriteTo(DataOutput output)
    {
        for (int level = _levelCount - 1; level >= 0; level--)
        {
            if (level > 0) output.WriteVLong(_levels[level].Position);
            _levels[level].CopyTo(output);
            _levels[level].Reset();
        }

        // The level above the highest written has collected impacts, too.
        for (int level = 0; level <= _levelCount && level < _impacts.Length; level++) _impacts[level].Clear();
        _levelCount = 0;
    }

    private static int LevelsOf(int number)
    {
        int levels = 1;
        for (; number % Lucene84PostingsFormat.SkipMultiplier == 0 && levels < Lucene84PostingsFormat.MaxSkipLevels; levels++)
            number /= Lucene84PostingsFormat.SkipMultiplier;
        return levels;
    }

    private void WriteEntry(MemoryOutput output, int level, SkipEntry entry)
    {
        ref SkipEntry previous = ref _previous[level];
        output.WriteVInt(entry.Doc - previous.Doc);
        output.WriteVLong(entry.DocFP - previous.DocFP);
        if (_field!.HasPositions)
        {
            output.WriteVLong(entry.PosFP - previous.PosFP);
            output.WriteVInt(entry.PosUpto);
            if (_field.HasPayloads) output.WriteVInt(entry.PayloadUpto);
            if (Lucene84PostingsFormat.HasPayData(_field)) output.WriteVLong(entry.PayFP - previous.PayFP);
        }

        previous = entry;
        WriteImpacts(output, level);
    }

    private void WriteImpacts(MemoryOutput output, int level)
    {
        ImpactAccumulator impacts = _impacts[level];
        _scratch.Reset();
        impacts.Write(_scratch);
        output.WriteVInt((int)_scratch.Position);
        _scratch.CopyTo(output);
        if (level + 1 < _impacts.Length) _impacts[level + 1].AddAll(impacts);
        impacts.Clear();
    }
}
