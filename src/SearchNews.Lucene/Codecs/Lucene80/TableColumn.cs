using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Few distinct values: the packed ones number them.</summary>
internal sealed class TableColumn(IndexInput values, int bits, long[] table) : NumericColumn
{
    /// <inheritdoc/>
    /// <exception cref="CorruptIndexException">The packed value is beyond the table.</exception>
    public override long Get(long index)
    {
        long place = DirectReader.Get(values.Span, bits, index);
        if ((ulong)place >= (ulong)table.Length)
            throw new CorruptIndexException($"value {index} is entry {place} of a table of {table.Length}", values.Name, index * bits >> 3);
        return table[place];
    }
}
