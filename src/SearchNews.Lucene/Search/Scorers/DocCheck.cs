using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Tells of ascending documents whether a clause allows them: one that is required but not scored, or one that excludes. Belongs to one thread.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct DocCheck
{
    private readonly DocIdSetIterator _candidates;
    private readonly TwoPhaseIterator? _check;
    private readonly bool _excludes;

    /// <summary>Creates the check.</summary>
    /// <param name="clause">The documents of the clause, unpositioned.</param>
    /// <param name="excludes">True when they are not allowed, false when no others are.</param>
    public DocCheck(Scorer clause, bool excludes)
    {
        _check = clause.TwoPhase;
        _candidates = _check?.Approximation ?? clause;
        _excludes = excludes;
    }

    /// <summary>False when the document, above all asked for before, is not allowed.</summary>
    public bool Passes(int doc)
    {
        int candidate = _candidates.DocId;
        if (candidate < doc) candidate = _candidates.Advance(doc);
        bool isMatch = candidate == doc && (_check is null || _check.Matches());
        return isMatch != _excludes;
    }
}
