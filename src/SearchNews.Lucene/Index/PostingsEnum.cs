using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index;

/// <summary>Walks the documents of one term, with frequency and, where asked for and indexed, positions, offsets and payloads.</summary>
public abstract class PostingsEnum : DocIdSetIterator
{
    /// <summary>How often the term stands in the current document, at least 1; 1 when frequencies are not indexed or not asked for.</summary>
    public abstract int Freq { get; }

    /// <summary>Start offset in UTF-16 units at the current position, -1 when not indexed.</summary>
    public virtual int StartOffset => -1;

    /// <summary>End offset (exclusive) in UTF-16 units at the current position, -1 when not indexed.</summary>
    public virtual int EndOffset => -1;

    /// <summary>The payload at the current position, empty when there is none; valid until the next move.</summary>
    public virtual ReadOnlySpan<byte> Payload => default;

    /// <summary>Moves to the next position in the current document and returns it; call at most <see cref="Freq"/> times. -1 when not indexed.</summary>
    public abstract int NextPosition();
}
