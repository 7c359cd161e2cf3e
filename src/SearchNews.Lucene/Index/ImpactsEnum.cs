namespace SearchNews.Lucene.Index;

/// <summary>
/// Postings with upper bounds for runs of documents. Levels are 0 to <see cref="LevelCount"/> - 1; a higher level covers a longer run.
/// The impacts are bounds only: no pair need occur, but for every document of the run some pair has at least its frequency and at most
/// its norm.
/// </summary>
public abstract class ImpactsEnum : PostingsEnum
{
    /// <summary>Number of levels known after the last <see cref="AdvanceShallow"/>, at least 1.</summary>
    public abstract int LevelCount { get; }

    /// <summary>Moves the bounds (not the iterator) to the run that holds <paramref name="target"/>, which must be at or above <c>DocId</c> and earlier targets.</summary>
    public abstract void AdvanceShallow(int target);

    /// <summary>The last document (inclusive) that the level's impacts cover, ascending with the level; NoMoreDocs when they cover all the rest.</summary>
    public abstract int GetDocIdUpTo(int level);

    /// <summary>Pairs ascending in frequency and in norm (unsigned). Valid until the next call.</summary>
    public abstract ReadOnlySpan<Impact> GetImpacts(int level);
}
