using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Shows sets of which each holds exactly one value as sorted doc values.</summary>
internal sealed class FirstOrdSortedDocValues(SortedSetDocValues values) : SortedDocValues
{
    private int _ord;

    public override int DocId => values.DocId;

    public override long Cost => values.Cost;

    public override int OrdValue => _ord;

    public override int ValueCount => (int)values.ValueCount;

    public override int NextDoc() => Position(values.NextDoc());

    public override int Advance(int target) => Position(values.Advance(target));

    public override bool AdvanceExact(int target)
    {
        bool found = values.AdvanceExact(target);
        if (found) Position(target);
        return found;
    }

    public override ReadOnlySpan<byte> LookupOrd(int ord) => values.LookupOrd(ord);

    public override int LookupTerm(ReadOnlySpan<byte> term) => (int)values.LookupTerm(term);

    private int Position(int doc)
    {
        if (doc != NoMoreDocs) _ord = (int)values.NextOrd();
        return doc;
    }
}
