namespace SearchNews.Lucene.Index.Merging;

/// <summary>The lists of numbers of several segments, one after the other.</summary>
internal sealed class MergedSortedNumericDocValues(MergeSource[] sources, string field) : SortedNumericDocValues
{
    private readonly MergeCursor<SortedNumericDocValues> _cursor = new(sources, reader => reader.GetSortedNumericDocValues(field));

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Cost;

    /// <inheritdoc/>
    public override int ValueCount => _cursor.Values!.ValueCount;

    /// <inheritdoc/>
    public override long NextValue() => _cursor.Values!.NextValue();

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);
}
