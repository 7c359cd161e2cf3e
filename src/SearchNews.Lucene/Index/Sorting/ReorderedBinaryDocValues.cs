using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Index.Sorting;

/// <summary>Byte strings in memory: value i belongs to document i of an ascending list.</summary>
internal sealed class ReorderedBinaryDocValues(List<int> docs, List<byte[]> values) : BinaryDocValues
{
    private DocsCursor _cursor = new(docs);

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> BinaryValue => values[_cursor.Index];

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);
}
