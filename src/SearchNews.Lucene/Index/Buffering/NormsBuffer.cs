namespace SearchNews.Lucene.Index.Buffering;

/// <summary>The norms of one field of a segment that is being built. One thread.</summary>
internal sealed class NormsBuffer
{
    private readonly List<int> _docs = [];
    private readonly List<long> _norms = [];

    /// <summary>Bytes of memory held.</summary>
    public long RamBytes => (_docs.Capacity * 4L) + (_norms.Capacity * 8L);

    /// <summary>Adds the norm of a document above all before; 0 for one that has the field but no tokens.</summary>
    public void Add(int doc, byte norm)
    {
        _docs.Add(doc);
        _norms.Add((sbyte)norm);
    }

    /// <summary>The norms, from the first document.</summary>
    public NumericDocValues Values() => new BufferedNumericDocValues(_docs, _norms);
}
