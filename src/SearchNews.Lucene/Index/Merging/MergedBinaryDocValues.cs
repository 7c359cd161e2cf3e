namespace SearchNews.Lucene.Index.Merging;

/// <summary>The byte strings of several segments, one after the other.</summary>
internal sealed class MergedBinaryDocValues(MergeSource[] sources, string field) : BinaryDocValues
{
    private readonly MergeCursor<BinaryDocValues> _cursor = new(sources, reader => reader.GetBinaryDocValues(field));

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Cost;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> BinaryValue => _cursor.Values!.BinaryValue;

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);
}
