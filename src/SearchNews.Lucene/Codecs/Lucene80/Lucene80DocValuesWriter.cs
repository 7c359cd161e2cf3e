using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;
using ColumnType = SearchNews.Lucene.Codecs.Lucene80.Lucene80DocValuesFormat.ColumnType;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Writes doc values field by field, in version 1, then <see cref="Finish"/>; the layout is on <see cref="Lucene80DocValuesFormat"/>. Each field comes as a function
/// that is called once for each pass and must return a fresh iterator over the same values. One thread.
/// </summary>
internal sealed class Lucene80DocValuesWriter : IDisposable
{
    private readonly int _maxDoc;
    private readonly IndexOutput _meta;
    private readonly IndexOutput _data;

    /// <summary>Creates the two files.</summary>
    public Lucene80DocValuesWriter(SegmentWriteState state)
    {
        _maxDoc = state.Segment.MaxDoc;
        _meta = state.Create(Lucene80DocValuesFormat.MetaExtension, Lucene80DocValuesFormat.MetaCodec, Lucene80DocValuesFormat.VersionBinaryCompressed);
        try
        {
            _data = state.Create(Lucene80DocValuesFormat.DataExtension, Lucene80DocValuesFormat.DataCodec, Lucene80DocValuesFormat.VersionBinaryCompressed);
        }
        catch
        {
            _meta.Dispose();
            throw;
        }
    }

    /// <summary>Adds a NUMERIC field.</summary>
    public void AddNumericField(FieldInfo field, Func<NumericDocValues> values)
    {
        Start(field, ColumnType.Numeric);
        WriteColumn(() => new SingletonSortedNumericDocValues(values()));
    }

    /// <summary>Adds a SORTED_NUMERIC field; the values of a document ascend.</summary>
    public void AddSortedNumericField(FieldInfo field, Func<SortedNumericDocValues> values)
    {
        Start(field, ColumnType.SortedNumeric);
        (int docs, long count) = WriteColumn(values);
        _meta.WriteInt32(docs);
        if (count == docs) return;
        SortedNumericDocValues counts = values();
        WriteAddresses(counts, () => counts.ValueCount);
    }

    /// <summary>Adds a BINARY field.</summary>
    public void AddBinaryField(FieldInfo field, Func<BinaryDocValues> values)
    {
        Start(field, ColumnType.Binary);
        var blocks = new BinaryBlocksWriter(_data);
        BinaryDocValues all = values();
        while (all.NextDoc() != DocIdSetIterator.NoMoreDocs) blocks.Add(all.BinaryValue);
        blocks.FinishBlocks();
        _meta.WriteInt64(blocks.Start);
        _meta.WriteInt64(_data.Position - blocks.Start);
        DocsWithField.Write(_meta, _data, values, blocks.Count, _maxDoc);
        blocks.WriteMeta(_meta);
    }

    /// <summary>Adds a SORTED field; every ordinal must be some document's.</summary>
    public void AddSortedField(FieldInfo field, Func<SortedDocValues> values)
    {
        Start(field, ColumnType.Sorted);
        WriteSorted(values);
    }

    /// <summary>Adds a SORTED_SET field; the ordinals of a document ascend, and every ordinal must be some document's.</summary>
    public void AddSortedSetField(FieldInfo field, Func<SortedSetDocValues> values)
    {
        Start(field, ColumnType.SortedSet);
        (int docs, long ords) = Count(values());
        bool multiValued = ords > docs;
        _meta.WriteByte(multiValued ? (byte)1 : (byte)0);
        if (!multiValued)
        {
            WriteSorted(() => new FirstOrdSortedDocValues(values()));
            return;
        }

        DocsWithField.Write(_meta, _data, values, docs, _maxDoc);
        SortedSetDocValues terms = values();
        int bits = DirectWriter.BitsRequired(terms.ValueCount - 1);
        _meta.WriteByte((byte)bits);
        WriteOrds(values(), bits);
        _meta.WriteInt32(docs);
        SortedSetDocValues counts = values();
        WriteAddresses(counts, () => CountOrds(counts));
        new TermsDictionaryWriter(_meta, _data).Write(terms.ValueCount, terms.LookupOrd);
    }

    /// <summary>Writes the footers.</summary>
    public void Finish()
    {
        _meta.WriteInt32(Lucene80DocValuesFormat.EndOfFields);
        CodecUtil.WriteFooter(_meta);
        CodecUtil.WriteFooter(_data);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _meta.Dispose();
        _data.Dispose();
    }

    private static (int Docs, long Ords) Count(SortedSetDocValues values)
    {
        int docs = 0;
        long ords = 0;
        for (; values.NextDoc() != DocIdSetIterator.NoMoreDocs; docs++) ords += CountOrds(values);
        return (docs, ords);
    }

    private static int CountOrds(SortedSetDocValues values)
    {
        int count = 0;
        while (values.NextOrd() != SortedSetDocValues.NoMoreOrds) count++;
        return count;
    }

    private void Start(FieldInfo field, ColumnType type)
    {
        _meta.WriteInt32(field.Number);
        _meta.WriteByte((byte)type);
    }

    private (int Docs, long Count) WriteColumn(Func<SortedNumericDocValues> values)
    {
        var statistics = new NumericStatistics();
        int docs = 0;
        SortedNumericDocValues all = values();
        for (; all.NextDoc() != DocIdSetIterator.NoMoreDocs; docs++)
        {
            for (int i = all.ValueCount; i > 0; i--) statistics.Add(all.NextValue());
        }

        DocsWithField.Write(_meta, _data, values, docs, _maxDoc);
        new NumericColumnWriter(_meta, _data).Write(values, statistics);
        return (docs, statistics.Count);
    }

    private void WriteSorted(Func<SortedDocValues> values)
    {
        int docs = 0;
        SortedDocValues terms = values();
        while (terms.NextDoc() != DocIdSetIterator.NoMoreDocs) docs++;
        DocsWithField.Write(_meta, _data, values, docs, _maxDoc);
        _meta.WriteInt32(docs);
        if (terms.ValueCount <= 1)
        {
            _meta.WriteByte(0);
            _meta.WriteInt64(0);
            _meta.WriteInt64(0);
        }
        else
        {
            int bits = DirectWriter.BitsRequired(terms.ValueCount - 1);
            _meta.WriteByte((byte)bits);
            WriteOrds(new SingletonSortedSetDocValues(values()), bits);
        }

        new TermsDictionaryWriter(_meta, _data).Write(terms.ValueCount, ord => terms.LookupOrd((int)ord));
    }

    private void WriteOrds(SortedSetDocValues values, int bits)
    {
        long start = _data.Position;
        var writer = new DirectWriter(_data, bits);
        while (values.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd()) writer.Add(ord);
        }

        writer.Finish();
        _meta.WriteInt64(start);
        _meta.WriteInt64(_data.Position - start);
    }

    private void WriteAddresses(DocIdSetIterator docs, Func<int> countOfDoc)
    {
        long start = _data.Position;
        _meta.WriteInt64(start);
        _meta.WriteVInt(Lucene80DocValuesFormat.MonotonicShift);
        var writer = new DirectMonotonicWriter(_meta, _data, Lucene80DocValuesFormat.MonotonicShift);
        long address = 0;
        writer.Add(address);
        while (docs.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            address += countOfDoc();
            writer.Add(address);
        }

        writer.Finish();
        _meta.WriteInt64(_data.Position - start);
    }
}
