using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>Ordinals of the documents a cursor walks, read from a column.</summary>
internal sealed class ColumnSortedSetDocValues(DocsCursor docs, NumericColumn ords, ValueAddresses addresses, TermsDictionary terms) : SortedSetDocValues
{
    private readonly TermsDictionaryCursor _cursor = new(terms);
    private int _next;
    private int _end;

    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override long ValueCount => terms.Size;

    public override int NextDoc() => Position(docs.NextDoc());

    public override int Advance(int target) => Position(docs.Advance(target));

    public override bool AdvanceExact(int target)
    {
        bool found = docs.AdvanceExact(target);
        if (found) Position(target);
        return found;
    }

    public override long NextOrd() => _next == _end ? NoMoreOrds : terms.CheckOrd(ords.Get(_next++));

    public override ReadOnlySpan<byte> LookupOrd(long ord) => _cursor.LookupOrd(ord);

    public override long LookupTerm(ReadOnlySpan<byte> term) => _cursor.LookupTerm(term);

    private int Position(int doc)
    {
        if (doc == NoMoreDocs) return doc;
        (int start, int count) = addresses[docs.Index];
        _next = start;
        _end = start + count;
        return doc;
    }
}
