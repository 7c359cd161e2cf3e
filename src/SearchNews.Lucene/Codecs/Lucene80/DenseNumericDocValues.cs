using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Numbers of documents 0 to <paramref name="count"/> - 1, of which each has one: the document is the index in the column.</summary>
internal sealed class DenseNumericDocValues(int count, NumericColumn column) : NumericDocValues
{
    private int _doc = -1;

    public override int DocId => _doc;

    public override long Cost => count;

    public override long LongValue => column.Get(_doc);

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target) => _doc = target < count ? target : NoMoreDocs;

    public override bool AdvanceExact(int target)
    {
        _doc = target;
        return target < count;
    }
}
