using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene87;

/// <summary>Finds the chunk of a document. Immutable, thread-safe.</summary>
internal sealed class StoredFieldsIndexReader
{
    private readonly DirectMonotonicReader _endDocs;
    private readonly DirectMonotonicReader _pointers;

    public StoredFieldsIndexReader(SegmentReadState state)
    {
        IndexInput meta = state.Open(Lucene87StoredFieldsFormat.MetaExtension, Lucene87StoredFieldsFormat.MetaCodec, Lucene87StoredFieldsFormat.MetaVersion, Lucene87StoredFieldsFormat.MetaVersion, out _);
        IndexInput index = state.Open(Lucene87StoredFieldsFormat.IndexExtension, Lucene87StoredFieldsFormat.IndexCodec, Lucene87StoredFieldsFormat.IndexVersion, Lucene87StoredFieldsFormat.IndexVersion, out _);
        ChunkSize = meta.ReadVInt("chunk size", int.MaxValue);
        if (ChunkSize == 0) throw new CorruptIndexException("chunk size is 0", meta.Name, meta.Position - 1);
        meta.ReadVInt("packed ints version", int.MaxValue);
        int maxDoc = meta.ReadInt32();
        if (maxDoc != state.Segment.MaxDoc) throw new CorruptIndexException($"stored fields of {maxDoc} documents, the segment has {state.Segment.MaxDoc}", meta.Name, meta.Position - 4);
        int shift = meta.ReadInt32();
        int count = meta.ReadInt32();
        long docsStart = meta.ReadInt64();
        _endDocs = DirectMonotonicReader.ReadMeta(meta, count, shift);
        long pointersStart = meta.ReadInt64();
        _pointers = DirectMonotonicReader.ReadMeta(meta, count, shift);
        long end = meta.ReadInt64();
        MaxPointer = meta.ReadInt64();
        meta.ReadVLong();
        meta.ReadVLong();
        CodecUtil.CheckAtFooter(meta);
        _endDocs.Attach(index.Slice("documents", docsStart, pointersStart - docsStart));
        _pointers.Attach(index.Slice("pointers", pointersStart, end - pointersStart));
    }

    /// <summary>Uncompressed bytes of a unit of a sliced chunk.</summary>
    public int ChunkSize { get; }

    /// <summary>Number of chunks.</summary>
    public long ChunkCount => Math.Max(0, _endDocs.Count - 1);

    /// <summary>Where the chunks end in .fdt.</summary>
    public long MaxPointer { get; }

    /// <summary>The chunk that holds <paramref name="doc"/>: its first document, the document after its last, and its bytes in .fdt.</summary>
    public (long DocBase, long DocEnd, long Start, long End) Find(int doc)
    {
        long chunk = _endDocs.FloorIndex(doc);
        return chunk < 0 || chunk + 1 >= _endDocs.Count ? (0, 0, 0, 0) : (_endDocs[chunk], _endDocs[chunk + 1], _pointers[chunk], _pointers[chunk + 1]);
    }
}
