using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Additive;

/// <summary>A query bound to an index, with numbers added to its scores.</summary>
internal sealed class AdditiveScoreWeight : Weight
{
    private readonly AdditiveScoreQuery _query;
    private readonly Weight _weight;

    public AdditiveScoreWeight(AdditiveScoreQuery query, Weight weight)
        : base(query)
    {
        _query = query;
        _weight = weight;
    }

    /// <inheritdoc/>
    public override Scorer? GetScorer(LeafReaderContext context)
    {
        if (_weight.GetScorer(context) is not { } scorer) return null;
        LeafScoreAddend[] addends = [.. _query.Addends.Select(addend => addend.GetLeaf(context)).OfType<LeafScoreAddend>()];
        return addends.Length == 0 ? scorer : new AdditiveScorer(scorer, addends);
    }

    /// <inheritdoc/>
    public override Explanation Explain(LeafReaderContext context, int doc)
    {
        Explanation score = _weight.Explain(context, doc);
        if (!score.IsMatch) return score;
        float sum = score.Value;
        var parts = new List<Explanation> { score };
        foreach (ScoreAddend addend in _query.Addends)
        {
            if (addend.GetLeaf(context) is not { } leaf) continue;
            Explanation part = leaf.Explain(doc);
            sum += part.Value;
            parts.Add(Explanation.Match(part.Value, $"{addend}, from:", part));
        }

        return Explanation.Match(sum, "score and what is added to it, in this order:", parts);
    }
}
