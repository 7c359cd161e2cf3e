namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Any scorer as a clause that adds to the score.</summary>
internal sealed class OptionalScorerClause(Scorer scorer) : OptionalClause
{
    /// <inheritdoc/>
    public override float MaxScore { get; } = scorer.GetMaxScore(DocIdSetIterator.NoMoreDocs);

    /// <inheritdoc/>
    public override float ScoreAt(int doc)
    {
        int at = scorer.DocId < doc ? scorer.Advance(doc) : scorer.DocId;
        return at == doc ? scorer.Score() : 0;
    }
}
