namespace SearchNews.Lucene.Search;

/// <summary>An iteration in two steps: cheap candidates, then an expensive check of those that are still wanted.</summary>
public abstract class TwoPhaseIterator
{
    /// <summary>Starts from the candidates.</summary>
    protected TwoPhaseIterator(DocIdSetIterator approximation) => Approximation = approximation;

    /// <summary>The candidates: a superset of the matches.</summary>
    public DocIdSetIterator Approximation { get; }

    /// <summary>Estimated cost of <see cref="Matches"/> in simple operations; cheaper checks run first.</summary>
    public abstract float MatchCost { get; }

    /// <summary>True when the current candidate matches. Call at most once a candidate.</summary>
    public abstract bool Matches();
}
