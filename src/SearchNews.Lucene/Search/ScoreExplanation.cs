namespace SearchNews.Lucene.Search;

/// <summary>Explains scores of combined clauses with the very number that scoring gives, however its sums round.</summary>
internal static class ScoreExplanation
{
    /// <summary>The score that a new scorer gives a document, with the parts it is made of.</summary>
    public static Explanation OfScorer(Scorer? scorer, int doc, string description, IReadOnlyList<Explanation> parts) =>
        scorer is not null && scorer.Advance(doc) == doc ? Explanation.Match(scorer.Score(), description, parts) : Explanation.NoMatch(description, parts);
}
