using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Numbers of the first documents, of which each has one: the document is the index in the column.</summary>
internal sealed class DenseNumericDocValues : NumericDocValues
{
    private NumericColumn _column = null!;
    private int _count;
    private int _doc;

    public override int DocId => _doc;

    public override long Cost => _count;

    public override long LongValue => _column.Get(_doc);

    /// <summary>Stands before document 0.</summary>
    /// <param name="count">How many documents have a number.</param>
    /// <param name="column">Their numbers.</param>
    public DenseNumericDocValues Set(int count, NumericColumn column)
    {
        _count = count;
        _column = column;
        _doc = -1;
        return this;
    }

    public override int NextDoc() => Advance(_doc + 1);

    public override int Advance(int target) => _doc = target < _count ? target : NoMoreDocs;

    public override bool AdvanceExact(int target)
    {
        _doc = target;
        return target < _count;
    }
}
