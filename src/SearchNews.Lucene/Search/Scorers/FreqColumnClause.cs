using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A term without norms whose frequencies stand in a column, so that its score is found without moving to the document.</summary>
internal sealed class FreqColumnClause : OptionalClause
{
    private FreqColumn _freqs = null!;
    private SimScorer _scorer = null!;
    private float _maxScore;

    /// <inheritdoc/>
    public override float MaxScore => _maxScore;

    /// <summary>Prepares the clause.</summary>
    /// <param name="freqs">The frequencies.</param>
    /// <param name="scorer">Scores them.</param>
    public FreqColumnClause Set(FreqColumn freqs, SimScorer scorer)
    {
        _freqs = freqs;
        _scorer = scorer;
        _maxScore = scorer.Score(freqs.Max, 1);
        return this;
    }

    /// <inheritdoc/>
    public override float ScoreAt(int doc) => _freqs[doc] is > 0 and int freq ? _scorer.Score(freq, 1) : 0;
}
