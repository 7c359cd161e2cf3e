using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Numbers of the documents a cursor walks, read from a column; without addresses each document has one.</summary>
internal sealed class ColumnSortedNumericDocValues(DocsCursor docs, NumericColumn column, ValueAddresses? addresses) : SortedNumericDocValues
{
    private int _next;
    private int _count;

    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override int ValueCount => _count;

    public override int NextDoc() => Position(docs.NextDoc());

    public override int Advance(int target) => Position(docs.Advance(target));

    public override bool AdvanceExact(int target)
    {
        bool found = docs.AdvanceExact(target);
        if (found) Position(target);
        return found;
    }

    public override long NextValue() => column.Get(_next++);

    private int Position(int doc)
    {
        if (doc != NoMoreDocs) (_next, _count) = addresses is null ? (docs.Index, 1) : addresses[docs.Index];
        return doc;
    }
}
