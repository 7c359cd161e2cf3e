using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Index.Sorting;

/// <summary>Ordinals in memory: ordinal i belongs to document i of an ascending list; the values are another iterator's.</summary>
internal sealed class ReorderedSortedDocValues(List<int> docs, List<int> ords, SortedDocValues dictionary) : SortedDocValues
{
    private DocsCursor _cursor = new(docs);

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Count;

    /// <inheritdoc/>
    public override int OrdValue => ords[_cursor.Index];

    /// <inheritdoc/>
    public override int ValueCount => dictionary.ValueCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> LookupOrd(int ord) => dictionary.LookupOrd(ord);

    /// <inheritdoc/>
    public override int LookupTerm(ReadOnlySpan<byte> term) => dictionary.LookupTerm(term);

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);
}
