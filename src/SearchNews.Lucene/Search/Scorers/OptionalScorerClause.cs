namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Any scorer as a clause that adds to the score.</summary>
internal sealed class OptionalScorerClause : OptionalClause
{
    private Scorer _scorer = null!;
    private float _maxScore;

    /// <inheritdoc/>
    public override float MaxScore => _maxScore;

    /// <summary>Prepares the clause.</summary>
    /// <param name="scorer">Unpositioned.</param>
    public OptionalScorerClause Set(Scorer scorer)
    {
        _scorer = scorer;
        _maxScore = scorer.GetMaxScore(DocIdSetIterator.NoMoreDocs);
        return this;
    }

    /// <inheritdoc/>
    public override float ScoreAt(int doc)
    {
        int at = _scorer.DocId < doc ? _scorer.Advance(doc) : _scorer.DocId;
        return at == doc ? _scorer.Score() : 0;
    }
}
