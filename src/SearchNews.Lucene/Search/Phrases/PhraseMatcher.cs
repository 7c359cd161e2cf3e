namespace SearchNews.Lucene.Search.Phrases;

/// <summary>Finds the matches of a phrase within the document on which all its postings stand. Belongs to one thread.</summary>
internal abstract class PhraseMatcher
{
    /// <summary>Estimated cost of looking for a match, in simple operations.</summary>
    public abstract float MatchCost { get; }

    /// <summary>An upper bound of the summed weights of all matches in the current document; to be asked before <see cref="Start"/>.</summary>
    public abstract float MaxFreq();

    /// <summary>Moves to the first match in the document; false when there is none.</summary>
    public abstract bool Start();

    /// <summary>Moves to the next match; false when there is none.</summary>
    public abstract bool Next();

    /// <summary>How much the current match counts: 1 / (1 + distance).</summary>
    public abstract float MatchWeight { get; }
}
