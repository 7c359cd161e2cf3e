using SearchNews.Lucene.Codecs.Lucene80;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>The norm bytes of a field for ascending batches of documents; 1 where there is none. Belongs to one thread.</summary>
internal sealed class BatchNorms
{
    private NormReader _norms;
    private DenseByteNorms? _dense;
    private byte[] _bytes = [];
    private int _count;

    /// <summary>Prepares the norms.</summary>
    /// <param name="norms">Norms of the field, unpositioned; null when there are none.</param>
    /// <param name="size">Documents of a batch at most.</param>
    public BatchNorms Set(NumericDocValues? norms, int size)
    {
        _norms = new NormReader(norms);
        _dense = norms as DenseByteNorms;
        SearchMemory.Fit(ref _bytes, size);
        _count = 0;
        return this;
    }

    /// <summary>The norms of the documents read last.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _count);

    /// <summary>Reads the norms of documents, all above those read before.</summary>
    public void Read(ReadOnlySpan<int> docs)
    {
        _count = docs.Length;
        Span<byte> bytes = _bytes.AsSpan(0, docs.Length);
        if (_dense is not null)
        {
            ReadOnlySpan<byte> all = _dense.Bytes;
            for (int i = 0; i < docs.Length; i++) bytes[i] = all[docs[i]];
        }
        else
        {
            for (int i = 0; i < docs.Length; i++) bytes[i] = (byte)_norms.Get(docs[i]);
        }
    }
}
