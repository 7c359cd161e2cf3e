using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Index.Sorting;

/// <summary>Lists of numbers in memory: list i belongs to document i of an ascending list.</summary>
internal sealed class ReorderedSortedNumericDocValues(List<int> docs, List<long[]> lists) : SortedNumericDocValues
{
    private DocsCursor _cursor = new(docs);
    private int _next;

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Count;

    /// <inheritdoc/>
    public override int ValueCount => lists[_cursor.Index].Length;

    /// <inheritdoc/>
    public override long NextValue() => lists[_cursor.Index][_next++];

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
