using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>
/// Which documents have a value: all, none, or a stored set. Immutable, thread-safe.
/// <code>i64 offset (-2 none, -1 all, or where the set starts in the data file), i64 length, i16 jumps, u8 rankPower</code>
/// Without a set the last three are 0, -1 and 0xFF. Source: Lucene 8 Lucene80NormsFormat and Lucene80DocValuesFormat.
/// </summary>
internal sealed class DocsWithField
{
    private const long None = -2;
    private const long All = -1;
    private const byte NoRank = 0xFF;

    private readonly IndexedDisi? _set;

    private DocsWithField(int count, IndexedDisi? set)
    {
        Count = count;
        _set = set;
    }

    /// <summary>How many documents have a value.</summary>
    public int Count { get; }

    /// <summary>True when document d is the d-th with a value, for every d below <see cref="Count"/>, and no other has one.</summary>
    public bool IsPrefix => _set is null;

    /// <summary>Writes the header, and the set when one is needed.</summary>
    public static void Write(DataOutput meta, DataOutput data, Func<DocIdSetIterator> docs, int count, int maxDoc)
    {
        if (count == 0 || count == maxDoc)
        {
            meta.WriteInt64(count == 0 ? None : All);
            meta.WriteInt64(0);
            meta.WriteInt16(-1);
            meta.WriteByte(NoRank);
            return;
        }

        long start = data.Position;
        int jumps = IndexedDisiWriter.Write(docs(), data);
        meta.WriteInt64(start);
        meta.WriteInt64(data.Position - start);
        meta.WriteInt16((short)jumps);
        meta.WriteByte(IndexedDisiFormat.RankPower);
    }

    /// <summary>Reads the header and opens the set.</summary>
    /// <exception cref="CorruptIndexException">Header or set are impossible.</exception>
    public static DocsWithField Read(IndexInput meta, IndexInput data, int maxDoc)
    {
        long at = meta.Position;
        long offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        int jumps = (ushort)meta.ReadInt16();
        byte rankPower = meta.ReadByte();
        if (offset is None or All) return new DocsWithField(offset == All ? maxDoc : 0, set: null);
        if (rankPower != IndexedDisiFormat.RankPower)
            throw new CorruptIndexException($"rank power expected {IndexedDisiFormat.RankPower}, got {rankPower}", meta.Name, at);
        var set = IndexedDisi.Read(data.Slice("documents", offset, length), jumps, maxDoc);
        return new DocsWithField(set.Count, set);
    }

    /// <summary>A new cursor before the first document.</summary>
    public DocsCursor NewCursor() => _set is null ? new AllDocsCursor(Count) : new IndexedDisiCursor().Set(_set);

    /// <summary>The same, out of <see cref="SearchMemory"/>; only when not <see cref="IsPrefix"/>.</summary>
    public DocsCursor TakeCursor() => SearchMemory.Take<IndexedDisiCursor>().Set(_set!);
}
