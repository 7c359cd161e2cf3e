using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Numbers of the documents a cursor walks, read from a column.</summary>
internal sealed class ColumnNumericDocValues(DocsCursor docs, NumericColumn column) : NumericDocValues
{
    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override long LongValue => column.Get(docs.Index);

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => docs.AdvanceExact(target);
}
