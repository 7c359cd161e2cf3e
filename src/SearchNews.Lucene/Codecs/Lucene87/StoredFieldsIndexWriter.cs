using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>Gathers where each chunk starts and writes .fdm and .fdx; their layout is on <see cref="Lucene87StoredFieldsFormat"/>.</summary>
internal sealed class StoredFieldsIndexWriter
{
    private readonly List<long> _endDocs = [0];
    private readonly List<long> _pointers = [];

    /// <summary>Adds a chunk.</summary>
    /// <param name="docs">How many documents it has.</param>
    /// <param name="pointer">Where it starts in .fdt.</param>
    public void AddChunk(int docs, long pointer)
    {
        _endDocs.Add(_endDocs[^1] + docs);
        _pointers.Add(pointer);
    }

    /// <summary>Writes both files.</summary>
    /// <param name="state">Segment and directory.</param>
    /// <param name="maxPointer">Where the chunks end in .fdt.</param>
    public void Finish(SegmentWriteState state, long maxPointer)
    {
        _pointers.Add(maxPointer);
        using IndexOutput meta = state.Create(Lucene87StoredFieldsFormat.MetaExtension, Lucene87StoredFieldsFormat.MetaCodec, Lucene87StoredFieldsFormat.MetaVersion);
        using IndexOutput index = state.Create(Lucene87StoredFieldsFormat.IndexExtension, Lucene87StoredFieldsFormat.IndexCodec, Lucene87StoredFieldsFormat.IndexVersion);
        meta.WriteVInt(Lucene87StoredFieldsFormat.ChunkSize);
        meta.WriteVInt(Lucene87StoredFieldsFormat.PackedIntsVersion);
        meta.WriteInt32((int)_endDocs[^1]);
        meta.WriteInt32(Lucene87StoredFieldsFormat.BlockShift);
        meta.WriteInt32(_endDocs.Count);
        WriteMonotonic(meta, index, _endDocs);
        WriteMonotonic(meta, index, _pointers);
        meta.WriteInt64(index.Position);
        meta.WriteInt64(maxPointer);

        // Counts of chunks that were closed early: only Lucene's bulk merge looks at them, and 0 asks it for nothing.
        meta.WriteVLong(0);
        meta.WriteVLong(0);
        CodecUtil.WriteFooter(index);
        CodecUtil.WriteFooter(meta);
    }

    private static void WriteMonotonic(IndexOutput meta, IndexOutput data, List<long> values)
    {
        meta.WriteInt64(data.Position);
        var writer = new DirectMonotonicWriter(meta, data, Lucene87StoredFieldsFormat.BlockShift);
        foreach (long value in values) writer.Add(value);
        writer.Finish();
    }
}
