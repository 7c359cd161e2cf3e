namespace SearchNews.Lucene.Index.Merging;

/// <summary>The numbers (doc values or norms) of several segments, one after the other.</summary>
internal sealed class MergedNumericDocValues(MergeSource[] sources, Func<LeafReader, NumericDocValues?> open) : NumericDocValues
{
    private readonly MergeCursor<NumericDocValues> _cursor = new(sources, open);

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Cost;

    /// <inheritdoc/>
    public override long LongValue => _cursor.Values!.LongValue;

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);
}
