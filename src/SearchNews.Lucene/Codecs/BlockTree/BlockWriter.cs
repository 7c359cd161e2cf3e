using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.BlockTree;

/// <summary>Writes single blocks of one field to .tim; <see cref="BlockTreeFormat"/> shows the layout.</summary>
internal sealed class BlockWriter(FieldInfo field, IndexOutput output, Lucene84PostingsWriter postings)
{
    // Deltas of the metadata restart in each block, against this.
    private static readonly BlockTermState Nothing = new();

    private readonly MemoryOutput _suffixes = new();
    private readonly SuffixCompressor _compressor = new();
    private readonly MemoryOutput _lengths = new();
    private readonly MemoryOutput _statistics = new();
    private readonly MemoryOutput _metadata = new();
    private int _singletons;

    /// <summary>Writes a block.</summary>
    /// <param name="entries">Its entries, ascending; all begin with the prefix.</param>
    /// <param name="prefixLength">Length of the prefix.</param>
    /// <param name="isLast">No floor block of the same prefix follows.</param>
    public WrittenBlock Write(ReadOnlySpan<PendingEntry> entries, int prefixLength, bool isLast)
    {
        long start = output.Position;
        bool isLeaf = true;
        bool hasTerms = false;
        foreach (PendingEntry entry in entries)
        {
            isLeaf &= entry.IsTerm;
            hasTerms |= entry.IsTerm;
        }

        BlockTermState previous = Nothing;
        foreach (PendingEntry entry in entries)
        {
            AddSuffix(entry, prefixLength, isLeaf, start);
            if (!entry.IsTerm) continue;
            AddStatistics(entry.State);
            postings.EncodeTerm(_metadata, field, entry.State, previous, first: ReferenceEquals(previous, Nothing));
            previous = entry.State;
        }

        FlushSingletons();
        output.WriteVInt((entries.Length << 1) | (isLast ? 1 : 0));
        WriteSuffixes(isLeaf, entries.Length, prefixLength);
        WriteLengths();
        WritePart(_statistics);
        WritePart(_metadata);
        return new WrittenBlock(start, hasTerms, entries[0].LeadByte(prefixLength));
    }

    private void AddSuffix(PendingEntry entry, int prefixLength, bool isLeaf, long start)
    {
        ReadOnlySpan<byte> suffix = entry.Bytes[prefixLength..];
        _suffixes.WriteBytes(suffix);
        if (isLeaf)
        {
            _lengths.WriteVInt(suffix.Length);
            return;
        }

        _lengths.WriteVInt((suffix.Length << 1) | (entry.IsTerm ? 0 : 1));
        if (!entry.IsTerm) _lengths.WriteVLong(start - entry.BlockFP);
    }

    /// <summary>Terms that occur once are counted; others get docFreq and what totalTermFreq adds to it.</summary>
    private void AddStatistics(BlockTermState state)
    {
        if (state.DocFreq == 1 && (!field.HasFreqs || state.TotalTermFreq == 1))
        {
            _singletons++;
            return;
        }

        FlushSingletons();
        _statistics.WriteVInt(state.DocFreq << 1);
        if (field.HasFreqs) _statistics.WriteVLong(state.TotalTermFreq - state.DocFreq);
    }

    private void FlushSingletons()
    {
        if (_singletons == 0) return;
        _statistics.WriteVInt(((_singletons - 1) << 1) | 1);
        _singletons = 0;
    }

    private void WriteSuffixes(bool isLeaf, int entries, int prefixLength)
    {
        ReadOnlySpan<byte> written = _compressor.Compress(_suffixes.WrittenSpan, entries, prefixLength, out SuffixCompression compression);
        output.WriteVLong((_suffixes.Position << 3) | (isLeaf ? 4L : 0L) | (long)compression);
        output.WriteBytes(written);
        _suffixes.Reset();
    }

    private void WriteLengths()
    {
        ReadOnlySpan<byte> lengths = _lengths.WrittenSpan;
        bool allEqual = !lengths.ContainsAnyExcept(lengths[0]);
        output.WriteVInt((lengths.Length << 1) | (allEqual ? 1 : 0));
        output.WriteBytes(allEqual ? lengths[..1] : lengths);
        _lengths.Reset();
    }

    private void WritePart(MemoryOutput part)
    {
        output.WriteVInt((int)part.Position);
        part.CopyTo(output);
        part.Reset();
    }
}
