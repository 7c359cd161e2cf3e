using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>The sorted-set doc values of several segments under merged ordinals.</summary>
internal sealed class MergedSortedSetDocValues(MergeSource[] sources, string field, OrdinalMap map) : SortedSetDocValues
{
    private readonly MergeCursor<SortedSetDocValues> _cursor = new(sources, reader => reader.GetSortedSetDocValues(field));

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Cost;

    /// <inheritdoc/>
    public override long ValueCount => map.Count;

    /// <summary>Merges the ordinals of the live documents.</summary>
    public static OrdinalMap MapOrdinals(MergeSource[] sources, string field) =>
        new(Array.ConvertAll(sources, s => s.Reader.GetSortedSetDocValues(field) is { } values
            ? new OrdinalSource(checked((int)values.ValueCount), Used(s, field, (int)values.ValueCount), ord => values.LookupOrd(ord))
            : new OrdinalSource(0, null, _ => default)));

    /// <inheritdoc/>
    public override long NextOrd()
    {
        // The map keeps the order, so ordinals stay ascending.
        long ord = _cursor.Values!.NextOrd();
        return ord == NoMoreOrds ? NoMoreOrds : map.Map(_cursor.Source, (int)ord);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> LookupOrd(long ord) => map.LookupOrd((int)ord);

    /// <inheritdoc/>
    public override long LookupTerm(ReadOnlySpan<byte> term) => map.LookupTerm(term);

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);

    private static Bits? Used(MergeSource source, string field, int count)
    {
        if (source.Reader.LiveDocs is not { } live) return null;
        var used = new Bits(count);
        SortedSetDocValues values = source.Reader.GetSortedSetDocValues(field)!;
        for (int doc = values.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = values.NextDoc())
        {
            if (!live[doc]) continue;
            for (long ord = values.NextOrd(); ord != NoMoreOrds; ord = values.NextOrd()) used[(int)ord] = true;
        }

        return used;
    }
}
