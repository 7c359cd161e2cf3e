namespace SearchNews.Lucene.Index;

/// <summary>Walks those terms of one field of one segment that an automaton accepts, in unsigned byte order. Belongs to one thread.</summary>
internal abstract class TermIntersection
{
    /// <summary>The current term; valid until the next move.</summary>
    public abstract ReadOnlySpan<byte> Term { get; }

    /// <summary>The edits of the current term.</summary>
    public int Edits { get; protected set; }

    /// <summary>Moves to the next accepted term; false at the end.</summary>
    public abstract bool MoveNext();
}
