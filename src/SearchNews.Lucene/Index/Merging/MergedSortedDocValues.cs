using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>The sorted doc values of several segments under merged ordinals.</summary>
internal sealed class MergedSortedDocValues(MergeSource[] sources, string field, OrdinalMap map) : SortedDocValues
{
    private readonly MergeCursor<SortedDocValues> _cursor = new(sources, reader => reader.GetSortedDocValues(field));

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Cost;

    /// <inheritdoc/>
    public override int OrdValue => map.Map(_cursor.Source, _cursor.Values!.OrdValue);

    /// <inheritdoc/>
    public override int ValueCount => map.Count;

    /// <summary>Merges the ordinals of the live documents.</summary>
    public static OrdinalMap MapOrdinals(MergeSource[] sources, string field) =>
        new(Array.ConvertAll(sources, s => s.Reader.GetSortedDocValues(field) is { } values
            ? new OrdinalSource(values.ValueCount, Used(s, field, values.ValueCount), values.LookupOrd)
            : new OrdinalSource(0, null, _ => default)));

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> LookupOrd(int ord) => map.LookupOrd(ord);

    /// <inheritdoc/>
    public override int LookupTerm(ReadOnlySpan<byte> term) => map.LookupTerm(term);

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
        SortedDocValues values = source.Reader.GetSortedDocValues(field)!;
        for (int doc = values.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = values.NextDoc())
        {
            if (live[doc]) used[values.OrdValue] = true;
        }

        return used;
    }
}
