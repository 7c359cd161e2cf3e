namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Numbers in memory: value i belongs to document i of an ascending list.</summary>
internal sealed class BufferedNumericDocValues(List<int> docs, List<long> values) : NumericDocValues
{
    private DocsCursor _cursor = new(docs);

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Count;

    /// <inheritdoc/>
    public override long LongValue => values[_cursor.Index];

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);
}
