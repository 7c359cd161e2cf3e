using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Tests.Codecs.Lucene80;

/// <summary>The plainest possible walk over some documents: what the readers are compared with, and what the writers are fed.</summary>
internal sealed class ListedDocs(int[] docs) : DocIdSetIterator
{
    public int Place { get; private set; } = -1;

    public int Count => docs.Length;

    public override int DocId => Place < 0 ? -1 : Place < docs.Length ? docs[Place] : NoMoreDocs;

    public override long Cost => docs.Length;

    public override int NextDoc()
    {
        Place++;
        return DocId;
    }

    public override int Advance(int target)
    {
        while (NextDoc() < target)
        {
        }

        return DocId;
    }
}

internal sealed class ListedNumbers(int[] docs, long[] values) : NumericDocValues
{
    private readonly ListedDocs _docs = new(docs);

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Cost;

    public override long LongValue => values[_docs.Place];

    public override int NextDoc() => _docs.NextDoc();

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => throw new NotSupportedException("Writers only iterate.");
}

internal sealed class ListedNumberLists(int[] docs, long[][] values) : SortedNumericDocValues
{
    private readonly ListedDocs _docs = new(docs);
    private int _next;

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Cost;

    public override int ValueCount => values[_docs.Place].Length;

    public override int NextDoc()
    {
        _next = 0;
        return _docs.NextDoc();
    }

    public override int Advance(int target)
    {
        _next = 0;
        return _docs.Advance(target);
    }

    public override bool AdvanceExact(int target) => throw new NotSupportedException("Writers only iterate.");

    public override long NextValue() => values[_docs.Place][_next++];
}

internal sealed class ListedBytes(int[] docs, byte[][] values) : BinaryDocValues
{
    private readonly ListedDocs _docs = new(docs);

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Cost;

    public override ReadOnlySpan<byte> BinaryValue => values[_docs.Place];

    public override int NextDoc() => _docs.NextDoc();

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => throw new NotSupportedException("Writers only iterate.");
}

internal sealed class ListedOrds(int[] docs, int[] ords, byte[][] terms) : SortedDocValues
{
    private readonly ListedDocs _docs = new(docs);

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Cost;

    public override int OrdValue => ords[_docs.Place];

    public override int ValueCount => terms.Length;

    public override int NextDoc() => _docs.NextDoc();

    public override int Advance(int target) => _docs.Advance(target);

    public override bool AdvanceExact(int target) => throw new NotSupportedException("Writers only iterate.");

    public override ReadOnlySpan<byte> LookupOrd(int ord) => terms[ord];

    public override int LookupTerm(ReadOnlySpan<byte> term) => throw new NotSupportedException("Writers only look up ordinals.");
}

internal sealed class ListedOrdSets(int[] docs, long[][] ords, byte[][] terms) : SortedSetDocValues
{
    private readonly ListedDocs _docs = new(docs);
    private int _next;

    public override int DocId => _docs.DocId;

    public override long Cost => _docs.Cost;

    public override long ValueCount => terms.Length;

    public override int NextDoc()
    {
        _next = 0;
        return _docs.NextDoc();
    }

    public override int Advance(int target)
    {
        _next = 0;
        return _docs.Advance(target);
    }

    public override bool AdvanceExact(int target) => throw new NotSupportedException("Writers only iterate.");

    public override long NextOrd() => _next < ords[_docs.Place].Length ? ords[_docs.Place][_next++] : NoMoreOrds;

    public override ReadOnlySpan<byte> LookupOrd(long ord) => terms[ord];

    public override long LookupTerm(ReadOnlySpan<byte> term) => throw new NotSupportedException("Writers only look up ordinals.");
}
