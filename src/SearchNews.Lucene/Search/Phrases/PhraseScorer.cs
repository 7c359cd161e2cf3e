using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>Scores documents by how often a phrase occurs in them.</summary>
internal sealed class PhraseScorer : SkippingScorer
{
    private readonly PhraseMatcher _matcher;
    private readonly SimScorer _scorer;
    private readonly NormReader _norms;
    private readonly ImpactsBound[] _bounds;
    private float _minScore;
    private int _freqDoc = -1;
    private float _freq;
    private int _normDoc = -1;
    private long _norm;

    /// <summary>Prepares a phrase in one segment.</summary>
    /// <param name="postings">The terms.</param>
    /// <param name="matcher">Finds matches in a document of all terms.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="norms">Norms of the field.</param>
    /// <param name="bounds">Bounds of each term; none when a match may count more often than a term does.</param>
    /// <param name="scoreMode">What is asked for.</param>
    public PhraseScorer(IReadOnlyList<PostingsEnum> postings, PhraseMatcher matcher, SimScorer scorer, NormReader norms, IEnumerable<ImpactsBound> bounds, ScoreMode scoreMode)
    {
        _matcher = matcher;
        _scorer = scorer;
        _norms = norms;
        _bounds = [.. bounds];
        var candidates = new ConjunctionIterator(postings);
        Iterate(candidates, [new PhraseTwoPhase(candidates, matcher, this)], skip: scoreMode == ScoreMode.TopScores && _bounds.Length > 0);
    }

    /// <summary>Norm of the current document.</summary>
    public long Norm
    {
        get
        {
            if (_normDoc != DocId)
            {
                _norm = _norms.Get(DocId);
                _normDoc = DocId;
            }

            return _norm;
        }
    }

    /// <summary>The summed weights of all matches in the current document, added in float32.</summary>
    public float Freq()
    {
        if (_freqDoc == DocId) return _freq;
        _freq = _matcher.MatchWeight;
        while (_matcher.Next()) _freq += _matcher.MatchWeight;
        _freqDoc = DocId;
        return _freq;
    }

    /// <summary>False when not even the most matches possible would reach the lowest score wanted.</summary>
    public bool MayCompete() => _minScore <= 0 || _scorer.Score(_matcher.MaxFreq(), Norm) >= _minScore;

    /// <inheritdoc/>
    public override float Score() => _scorer.Score(Freq(), Norm);

    /// <inheritdoc/>
    public override int AdvanceShallow(int target)
    {
        int upTo = NoMoreDocs;
        foreach (ImpactsBound bound in _bounds) upTo = Math.Min(upTo, bound.AdvanceShallow(target));
        return upTo;
    }

    /// <summary>A phrase occurs at most as often as each of its terms.</summary>
    public override float GetMaxScore(int upTo)
    {
        float max = _scorer.Score(float.MaxValue, 1);
        foreach (ImpactsBound bound in _bounds) max = Math.Min(max, bound.GetMaxScore(upTo));
        return max;
    }

    /// <inheritdoc/>
    public override void SetMinCompetitiveScore(float minScore)
    {
        _minScore = minScore;
        base.SetMinCompetitiveScore(minScore);
    }
}
