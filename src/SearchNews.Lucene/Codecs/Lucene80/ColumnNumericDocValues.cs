using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Numbers of the documents a cursor walks, read from a column.</summary>
internal sealed class ColumnNumericDocValues : NumericDocValues
{
    private DocsCursor _docs = null!;
    private NumericColumn _column = null!;

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Cost;

    public override long LongValue => _column.Get(_docs.Index);

    /// <summary>Stands where the cursor does.</summary>
    public ColumnNumericDocValues Set(DocsCursor docs, NumericColumn column)
    {
        _docs = docs;
        _column = column;
        return this;
    }

    public override int NextDoc() => _docs.NextDoc();

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => _docs.AdvanceExact(target);
}
