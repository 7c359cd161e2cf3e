using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Index.Sorting;

/// <summary>Sets of ordinals in memory: set i belongs to document i of an ascending list; the values are another iterator's.</summary>
internal sealed class ReorderedSortedSetDocValues(List<int> docs, List<long[]> sets, SortedSetDocValues dictionary) : SortedSetDocValues
{
    private DocsCursor _cursor = new(docs);
    private int _next;

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Count;

    /// <inheritdoc/>
    public override long ValueCount => dictionary.ValueCount;

    /// <inheritdoc/>
    public override long NextOrd() => _next < sets[_cursor.Index].Length ? sets[_cursor.Index][_next++] : NoMoreOrds;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> LookupOrd(long ord) => dictionary.LookupOrd(ord);

    /// <inheritdoc/>
    public override long LookupTerm(ReadOnlySpan<byte> term) => dictionary.LookupTerm(term);

    /// <inheritdoc/>
    public override int NextDoc() => FromFirst(_cursor.Next());

    /// <inheritdoc/>
    public override int Advance(int target) => FromFirst(_cursor.Advance(target));

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => FromFirst(_cursor.AdvanceExact(target));

    private T FromFirst<T>(T moved)
    {
        _next = 0;
        return moved;
    }
}
