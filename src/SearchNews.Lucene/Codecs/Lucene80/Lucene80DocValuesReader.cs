using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using ColumnType = SearchNews.Lucene.Codecs.Lucene80.Lucene80DocValuesFormat.ColumnType;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Reads the doc values of a segment, or of one generation of updates; the layout is on <see cref="Lucene80DocValuesFormat"/>. All that Lucene 8.0 to 8.8
/// writes is read. Immutable, thread-safe; iterators belong to one thread.
/// </summary>
internal sealed class Lucene80DocValuesReader
{
    private readonly IndexInput _data;
    private readonly Dictionary<int, DocValuesEntry> _entries = [];

    /// <summary>Opens both files, verifies their checksums and checks all that the metadata says.</summary>
    /// <exception cref="CorruptIndexException">A file is damaged.</exception>
    public Lucene80DocValuesReader(SegmentReadState state)
    {
        IndexInput meta = state.Open(Lucene80DocValuesFormat.MetaExtension, Lucene80DocValuesFormat.MetaCodec, Lucene80DocValuesFormat.VersionStart, Lucene80DocValuesFormat.VersionConfigurable, out int version);
        _data = state.Open(Lucene80DocValuesFormat.DataExtension, Lucene80DocValuesFormat.DataCodec, version, version, out _);
        for (int number = meta.ReadInt32(); number != Lucene80DocValuesFormat.EndOfFields; number = meta.ReadInt32())
        {
            int type = meta.ReadByte();
            FieldInfo? field = state.Fields.Find(number);
            if (field is null || field.DocValuesType == DocValuesType.None || type != (int)Lucene80DocValuesFormat.ColumnTypeOf(field.DocValuesType))
                throw new CorruptIndexException($"doc values of type {type} for field number {number}, which has {field?.DocValuesType.ToString() ?? "no name"}", meta.Name, meta.Position - 5);
            if (!_entries.TryAdd(number, ReadEntry(meta, (ColumnType)type, state, version, field)))
                throw new CorruptIndexException($"doc values of field '{field.Name}' are there twice", meta.Name, meta.Position);
        }

        CodecUtil.CheckAtFooter(meta);
    }

    /// <summary>A new iterator over a NUMERIC field; null when these files hold none for it.</summary>
    public NumericDocValues? GetNumeric(FieldInfo field) => (Find(field, DocValuesType.Numeric) as NumericEntry)?.Open();

    /// <summary>A new iterator over a BINARY field; null when these files hold none for it.</summary>
    public BinaryDocValues? GetBinary(FieldInfo field) => (Find(field, DocValuesType.Binary) as BinaryEntry)?.Open();

    /// <summary>A new iterator over a SORTED field; null when these files hold none for it.</summary>
    public SortedDocValues? GetSorted(FieldInfo field) => (Find(field, DocValuesType.Sorted) as SortedEntry)?.Open();

    /// <summary>A new iterator over a SORTED_NUMERIC field; null when these files hold none for it.</summary>
    public SortedNumericDocValues? GetSortedNumeric(FieldInfo field) => (Find(field, DocValuesType.SortedNumeric) as SortedNumericEntry)?.Open();

    /// <summary>A new iterator over a SORTED_SET field; null when these files hold none for it.</summary>
    public SortedSetDocValues? GetSortedSet(FieldInfo field) => Find(field, DocValuesType.SortedSet) switch
    {
        SortedEntry single => new SingletonSortedSetDocValues(single.Open()),
        SortedSetEntry multi => multi.Open(),
        _ => null,
    };

    /// <summary>Verifies the checksum again.</summary>
    /// <exception cref="CorruptIndexException">It differs.</exception>
    public void CheckIntegrity() => CodecUtil.VerifyChecksum(_data.Clone());

    private DocValuesEntry ReadEntry(IndexInput meta, ColumnType type, SegmentReadState state, int version, FieldInfo field)
    {
        int maxDoc = state.Segment.MaxDoc;
        return type switch
        {
            ColumnType.Numeric => new NumericEntry(meta, _data, maxDoc),
            ColumnType.Binary => new BinaryEntry(meta, _data, maxDoc, IsCompressed(version, field, meta)),
            ColumnType.Sorted => new SortedEntry(meta, _data, maxDoc),
            ColumnType.SortedSet => SortedSetEntry.Read(meta, _data, maxDoc),
            _ => new SortedNumericEntry(meta, _data, maxDoc),
        };
    }

    private static bool IsCompressed(int version, FieldInfo field, IndexInput meta)
    {
        if (version < Lucene80DocValuesFormat.VersionConfigurable) return version == Lucene80DocValuesFormat.VersionBinaryCompressed;
        string? mode = field.Attributes.GetValueOrDefault(Lucene80DocValuesFormat.ModeAttribute);
        return mode switch
        {
            Lucene80DocValuesFormat.BestCompression => true,
            Lucene80DocValuesFormat.BestSpeed => false,
            _ => throw new CorruptIndexException($"doc-values mode of binary field '{field.Name}' is '{mode}', expected {Lucene80DocValuesFormat.BestSpeed} or {Lucene80DocValuesFormat.BestCompression}", meta.Name, meta.Position),
        };
    }

    private DocValuesEntry? Find(FieldInfo field, DocValuesType type) => field.DocValuesType == type ? _entries.GetValueOrDefault(field.Number) : null;
}
