namespace SearchNews.Lucene.Search;

/// <summary>
/// Walks the matching documents of one segment and scores them. Scores are 0 or more. Belongs to one thread.
/// </summary>
/// <remarks>
/// <para>Bounds: <see cref="AdvanceShallow"/> and <see cref="GetMaxScore"/> tell how high scores can get in a run of documents, so that callers
/// skip runs that cannot matter. Targets of <see cref="AdvanceShallow"/> never decrease and are at or above <c>DocId</c>.</para>
/// <para>After <see cref="SetMinCompetitiveScore"/> the scorer may leave out documents with lower scores, never others.</para>
/// </remarks>
public abstract class Scorer : DocIdSetIterator
{
    /// <summary>Not null when finding candidates is much cheaper than confirming them. Its approximation then is this scorer's position:
    /// drive either the two phases or the scorer.</summary>
    public virtual TwoPhaseIterator? TwoPhase => null;

    /// <summary>The score of the current document.</summary>
    public abstract float Score();

    /// <summary>Moves the bounds (not the iterator) to the run of documents that holds <paramref name="target"/> and returns the run's last
    /// document (inclusive), <see cref="DocIdSetIterator.NoMoreDocs"/> when the bounds hold for all the rest.</summary>
    public virtual int AdvanceShallow(int target) => NoMoreDocs;

    /// <summary>No document from the last shallow target to <paramref name="upTo"/> (inclusive) scores higher.</summary>
    public abstract float GetMaxScore(int upTo);

    /// <summary>Promises that documents scoring below <paramref name="minScore"/> are not needed. Never decreases. Only in <see cref="ScoreMode.TopScores"/>.</summary>
    public virtual void SetMinCompetitiveScore(float minScore)
    {
    }
}
