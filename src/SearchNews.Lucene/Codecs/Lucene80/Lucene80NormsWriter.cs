using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Writes norms field by field, then <see cref="Finish"/>; the layout is on <see cref="Lucene80NormsFormat"/>. One thread.</summary>
internal sealed class Lucene80NormsWriter : IDisposable
{
    private readonly int _maxDoc;
    private readonly IndexOutput _meta;
    private readonly IndexOutput _data;

    /// <summary>Creates the two files.</summary>
    public Lucene80NormsWriter(SegmentWriteState state)
    {
        _maxDoc = state.Segment.MaxDoc;
        _meta = state.Create(Lucene80NormsFormat.MetaExtension, Lucene80NormsFormat.MetaCodec, Lucene80NormsFormat.Version);
        try
        {
            _data = state.Create(Lucene80NormsFormat.DataExtension, Lucene80NormsFormat.DataCodec, Lucene80NormsFormat.Version);
        }
        catch
        {
            _meta.Dispose();
            throw;
        }
    }

    /// <summary>Adds a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="norms">Called once for each of up to three passes; returns a fresh iterator over the same norms.</param>
    public void AddField(FieldInfo field, Func<NumericDocValues> norms)
    {
        (int count, long min, long max) = Measure(norms());
        int width = Width(min, max);
        _meta.WriteInt32(field.Number);
        DocsWithField.Write(_meta, _data, norms, count, _maxDoc);
        _meta.WriteInt32(count);
        _meta.WriteByte((byte)width);
        if (width == 0)
        {
            _meta.WriteInt64(min);
            return;
        }

        _meta.WriteInt64(_data.Position);
        WriteNorms(norms(), width);
    }

    /// <summary>Writes the footers.</summary>
    public void Finish()
    {
        _meta.WriteInt32(Lucene80NormsFormat.EndOfFields);
        CodecUtil.WriteFooter(_meta);
        CodecUtil.WriteFooter(_data);
    }

    /// <summary>Closes the files.</summary>
    public void Dispose()
    {
        _meta.Dispose();
        _data.Dispose();
    }

    private static (int Count, long Min, long Max) Measure(NumericDocValues norms)
    {
        int count = 0;
        long min = long.MaxValue;
        long max = long.MinValue;
        while (norms.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            long norm = norms.LongValue;
            min = Math.Min(min, norm);
            max = Math.Max(max, norm);
            count++;
        }

        return count == 0 ? (0, 0, 0) : (count, min, max);
    }

    private static int Width(long min, long max)
    {
        if (min == max) return 0;
        if (min >= sbyte.MinValue && max <= sbyte.MaxValue) return 1;
        if (min >= short.MinValue && max <= short.MaxValue) return 2;
        return min >= int.MinValue && max <= int.MaxValue ? 4 : 8;
    }

    private void WriteNorms(NumericDocValues norms, int width)
    {
        while (norms.NextDoc() != DocIdSetIterator.NoMoreDocs)
        {
            long norm = norms.LongValue;
            switch (width)
            {
                case 1: _data.WriteByte((byte)norm); break;
                case 2: _data.WriteInt16((short)norm); break;
                case 4: _data.WriteInt32((int)norm); break;
                default: _data.WriteInt64(norm); break;
            }
        }
    }
}
