using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Where the values of each document with the field start among all values: one more entry than documents, from 0 to the number of values. Immutable, thread-safe.</summary>
internal sealed class ValueAddresses
{
    private readonly DirectMonotonicReader _starts;
    private readonly string _fileName;

    private ValueAddresses(DirectMonotonicReader starts, string fileName)
    {
        _starts = starts;
        _fileName = fileName;
        Total = starts[starts.Count - 1];
    }

    /// <summary>The number of all values.</summary>
    public long Total { get; }

    /// <summary>Reads <c>i64 offset, vInt shift, monotonic meta, i64 length</c>.</summary>
    /// <exception cref="CorruptIndexException">The addresses are impossible.</exception>
    public static ValueAddresses Read(IndexInput meta, IndexInput data, int docs)
    {
        long offset = meta.ReadInt64();
        int shift = meta.ReadVInt();
        var starts = DirectMonotonicReader.ReadMeta(meta, (long)docs + 1, shift);
        IndexInput bytes = data.Slice("addresses", offset, meta.ReadInt64());
        var addresses = new ValueAddresses(starts.Attach(bytes), bytes.Name);
        if (starts[0] != 0 || addresses.Total is < 0 or > int.MaxValue)
            throw new CorruptIndexException($"addresses go from {starts[0]} to {addresses.Total}", meta.Name, meta.Position);
        return addresses;
    }

    /// <summary>The values of the <paramref name="index"/>-th document with the field: the first one and how many.</summary>
    /// <exception cref="CorruptIndexException">They do not lie among all values.</exception>
    public (int Start, int Count) this[int index]
    {
        get
        {
            long start = _starts[index];
            long end = _starts[index + 1];
            if (start < 0 || end < start || end > Total)
                throw new CorruptIndexException($"values of entry {index} go from {start} to {end} of {Total}", _fileName, 0);
            return ((int)start, (int)(end - start));
        }
    }
}
