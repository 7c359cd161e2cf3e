using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Codecs.Lucene80;

/// <summary>One ordinal for each document a cursor walks, read from a column.</summary>
internal sealed class ColumnSortedDocValues(DocsCursor docs, NumericColumn ords, TermsDictionary terms) : SortedDocValues
{
    private readonly TermsDictionaryCursor _cursor = new(terms);

    public override int DocId => docs.DocId;

    public override long Cost => docs.Cost;

    public override int ValueCount => (int)terms.Size;

    public override int OrdValue => (int)terms.CheckOrd(ords.Get(docs.Index));

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override bool AdvanceExact(int target) => docs.AdvanceExact(target);

    public override ReadOnlySpan<byte> LookupOrd(int ord) => _cursor.LookupOrd(ord);

    public override int LookupTerm(ReadOnlySpan<byte> term) => (int)_cursor.LookupTerm(term);
}
