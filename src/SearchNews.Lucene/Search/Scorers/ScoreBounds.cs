namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Upper bounds of sums of scores that hold in spite of rounding.</summary>
internal static class ScoreBounds
{
    private const double Epsilon = 1.0 / (1L << 52);

    /// <summary>
    /// A float32 that no float32 of the sum of <paramref name="count"/> non-negative terms, added as doubles in any order, exceeds, given one
    /// such sum of their bounds. Each addition is off by at most half an epsilon of the sum, and rounding to float32 is monotonic.
    /// </summary>
    public static float OfSum(double sum, int count) => count <= 1 ? (float)sum : (float)(sum * (1 + (2 * count * Epsilon)));

    /// <summary>Moves the bounds of a scorer to <paramref name="target"/>, or to where the scorer itself stands beyond it.</summary>
    /// <returns>The last document for which the bounds hold.</returns>
    public static int AdvanceShallow(Scorer scorer, int target)
    {
        int doc = scorer.DocId;
        if (doc == DocIdSetIterator.NoMoreDocs) return doc;
        return scorer.AdvanceShallow(Math.Max(target, doc));
    }

    /// <summary>The highest score of a scorer up to a document, 0 when the scorer stands beyond it.</summary>
    public static float MaxScore(Scorer scorer, int upTo) => scorer.DocId > upTo || scorer.DocId == DocIdSetIterator.NoMoreDocs ? 0 : scorer.GetMaxScore(upTo);
}
