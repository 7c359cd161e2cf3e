namespace SearchNews.Lucene.Index;

/// <summary>Walks the terms of one field of one segment in unsigned byte order, and seeks. Unpositioned at first. Belongs to one thread.</summary>
public abstract class TermsEnum
{
    /// <summary>The current term; valid until the next move. Undefined when unpositioned.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>Documents with the current term, deleted ones included.</summary>
    public abstract int DocFreq { get; }

    /// <summary>Occurrences of the current term; equals <see cref="DocFreq"/> when frequencies are not indexed.</summary>
    public abstract long TotalTermFreq { get; }

    /// <summary>Moves to the next term (the first, when unpositioned); false at the end, after which the enum is unpositioned.</summary>
    public abstract bool MoveNext();

    /// <summary>Moves to exactly that term; when false the enum is unpositioned.</summary>
    public abstract bool SeekExact(ReadOnlySpan<byte> term);

    /// <summary>Moves to the smallest term at or above the target.</summary>
    public abstract SeekStatus SeekCeil(ReadOnlySpan<byte> target);

    /// <summary>Where the current term's postings are.</summary>
    public abstract TermState GetTermState();

    /// <summary>Moves to a term whose state an enum of the same field and segment gave.</summary>
    public abstract void SeekExact(ReadOnlySpan<byte> term, TermState state);

    /// <summary>The current term's postings, before the first document.</summary>
    /// <param name="flags">What to decode; what is not indexed is left out silently.</param>
    /// <param name="reuse">An enum that is no longer needed and may be refilled, or null.</param>
    public abstract PostingsEnum Postings(PostingsFlags flags, PostingsEnum? reuse = null);

    /// <summary>The current term's postings with score bounds.</summary>
    /// <param name="flags">What to decode; <see cref="PostingsFlags.Freqs"/> at least.</param>
    public abstract ImpactsEnum Impacts(PostingsFlags flags);
}
