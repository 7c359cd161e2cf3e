using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>A term without norms whose frequencies stand in a column, so that its score is found without moving to the document.</summary>
internal sealed class FreqColumnClause : OptionalClause
{
    private readonly FreqColumn _freqs;
    private readonly SimScorer _scorer;

    public FreqColumnClause(FreqColumn freqs, SimScorer scorer)
    {
        _freqs = freqs;
        _scorer = scorer;
        MaxScore = scorer.Score(freqs.Max, 1);
    }

    /// <inheritdoc/>
    public override float MaxScore { get; }

    /// <inheritdoc/>
    public override float ScoreAt(int doc) => _freqs[doc] is > 0 and int freq ? _scorer.Score(freq, 1) : 0;
}
