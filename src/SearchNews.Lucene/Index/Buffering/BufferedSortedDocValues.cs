namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Sorted doc values in memory: value number i belongs to document i of an ascending list.</summary>
internal sealed class BufferedSortedDocValues(List<int> docs, List<int> ids, BufferedTermSet terms) : SortedDocValues
{
    private DocsCursor _cursor = new(docs);

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Count;

    /// <inheritdoc/>
    public override int OrdValue => terms.OrdOf(ids[_cursor.Index]);

    /// <inheritdoc/>
    public override int ValueCount => terms.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> LookupOrd(int ord) => terms[ord];

    /// <inheritdoc/>
    public override int LookupTerm(ReadOnlySpan<byte> term) => terms.Find(term);

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);
}
