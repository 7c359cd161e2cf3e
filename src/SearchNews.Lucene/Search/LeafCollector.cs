namespace SearchNews.Lucene.Search;

/// <summary>Receives the matching documents of one segment in ascending order. Belongs to one thread.</summary>
public abstract class LeafCollector
{
    /// <summary>In <see cref="ScoreMode.TopScores"/>, documents scoring below this are not needed any more. May only grow within a segment.</summary>
    public float MinCompetitiveScore { get; protected set; }

    /// <summary>
    /// Documents scoring below this are counted but not kept, so that for them any score below it will do; at least <see cref="MinCompetitiveScore"/>. May only grow within a segment.
    /// </summary>
    public virtual float MinKeptScore => MinCompetitiveScore;

    /// <summary>True when nothing more is wanted of this segment. Documents of the range being scored may still arrive.</summary>
    public bool IsTerminated { get; protected set; }

    /// <summary>Takes a document.</summary>
    /// <param name="doc">Id within the segment.</param>
    /// <param name="score">Its score; 0 in <see cref="ScoreMode.CompleteNoScores"/>.</param>
    public abstract void Collect(int doc, float score);

    /// <summary>Takes several documents, ascending.</summary>
    /// <param name="docs">Ids within the segment.</param>
    /// <param name="scores">Their scores, as many; anything in <see cref="ScoreMode.CompleteNoScores"/>.</param>
    public virtual void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        for (int i = 0; i < docs.Length; i++) Collect(docs[i], scores[i]);
    }

    /// <summary>True when documents with such a score, behind all that were taken before, only add to the number of hits, so that they may be given to <see cref="Count"/> instead.</summary>
    public virtual bool OnlyCounts(float score) => false;

    /// <summary>Takes documents of which nothing but their number is wanted.</summary>
    /// <param name="docs">How many.</param>
    /// <exception cref="NotSupportedException">It wants to see each.</exception>
    public virtual void Count(int docs) => throw new NotSupportedException($"{GetType().Name} has to see each document.");
}
