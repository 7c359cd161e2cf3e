using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Shows sorted doc values as sets of one.</summary>
internal sealed class SingletonSortedSetDocValues(SortedDocValues values) : SortedSetDocValues
{
    private bool _taken;

    public override int DocId => values.DocId;

    public override long Cost => values.Cost;

    public override long ValueCount => values.ValueCount;

    public override int NextDoc()
    {
        _taken = false;
        return values.NextDoc();
    }

    public override int Advance(int target)
    {
        _taken = false;
        return values.Advance(target);
    }

    public override bool AdvanceExact(int target)
    {
        _taken = false;
        return values.AdvanceExact(target);
    }

    public override long NextOrd()
    {
        if (_taken) return NoMoreOrds;
        _taken = true;
        return values.OrdValue;
    }

    public override ReadOnlySpan<byte> LookupOrd(long ord) => values.LookupOrd((int)ord);

    public override long LookupTerm(ReadOnlySpan<byte> term) => values.LookupTerm(term);
}
