using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Index.Buffering;

/// <summary>Byte strings in memory, one behind the other: the value of document i of an ascending list ends at <c>ends[i]</c>.</summary>
internal sealed class BufferedBinaryDocValues(List<int> docs, List<int> ends, List<byte> bytes) : BinaryDocValues
{
    private DocsCursor _cursor = new(docs);

    /// <inheritdoc/>
    public override int DocId => _cursor.Doc;

    /// <inheritdoc/>
    public override long Cost => _cursor.Count;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> BinaryValue
    {
        get
        {
            int start = _cursor.Index == 0 ? 0 : ends[_cursor.Index - 1];
            return CollectionsMarshal.AsSpan(bytes)[start..ends[_cursor.Index]];
        }
    }

    /// <inheritdoc/>
    public override int NextDoc() => _cursor.Next();

    /// <inheritdoc/>
    public override int Advance(int target) => _cursor.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => _cursor.AdvanceExact(target);
}
