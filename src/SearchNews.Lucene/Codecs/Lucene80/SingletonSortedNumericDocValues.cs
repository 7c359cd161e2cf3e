using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Shows numeric doc values as lists of one.</summary>
internal sealed class SingletonSortedNumericDocValues(NumericDocValues values) : SortedNumericDocValues
{
    public override int DocId => values.DocId;

    public override long Cost => values.Cost;

    public override int ValueCount => 1;

    public override int NextDoc() => values.NextDoc();

    public override int Advance(int target) => values.Advance(target);

    public override bool AdvanceExact(int target) => values.AdvanceExact(target);

    public override long NextValue() => values.LongValue;
}
