namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Any scorer as a clause of a disjunction, document by document.</summary>
internal sealed class ScorerWindowClause(Scorer scorer) : WindowClause
{
    /// <inheritdoc/>
    public override int DocId => scorer.DocId;

    /// <inheritdoc/>
    public override long Cost => scorer.Cost;

    /// <inheritdoc/>
    public override int Advance(int target) => scorer.DocId < target ? scorer.Advance(target) : scorer.DocId;

    /// <inheritdoc/>
    public override void AddTo(ScoreWindow window, int end)
    {
        for (int doc = scorer.DocId; doc < end; doc = scorer.NextDoc()) window.Add(doc, scorer.Score());
    }

    /// <inheritdoc/>
    public override void AddTo(SumWindow window, int end)
    {
        for (int doc = scorer.DocId; doc < end; doc = scorer.NextDoc()) window.Touch([doc])[doc - window.Base] += scorer.Score();
    }

    /// <inheritdoc/>
    public override int Take(float threshold, int end, int[] docs, double[] sums)
    {
        int count = 0;
        for (int doc = scorer.DocId; doc < end; doc = scorer.NextDoc())
        {
            float score = scorer.Score();
            if (score < threshold) continue;
            docs[count] = doc;
            sums[count++] = score;
        }

        return count;
    }

    /// <inheritdoc/>
    public override void MarkIn(ScoreWindow window, int end)
    {
        for (int doc = scorer.DocId; doc < end; doc = scorer.NextDoc()) window.Mark(doc);
    }

    /// <inheritdoc/>
    public override void RemoveFrom(ScoreWindow window, int end)
    {
        for (int doc = scorer.DocId; doc < end; doc = scorer.NextDoc()) window.Remove(doc);
    }

    /// <inheritdoc/>
    public override void AddTo(ReadOnlySpan<int> docs, Span<double> sums)
    {
        for (int i = 0; i < docs.Length; i++)
        {
            if (Advance(docs[i]) == docs[i]) sums[i] += scorer.Score();
        }
    }

    /// <inheritdoc/>
    public override float GetMaxScore(int from, int upTo)
    {
        if (scorer.DocId > upTo) return 0;
        scorer.AdvanceShallow(Math.Max(from, scorer.DocId));
        return scorer.GetMaxScore(upTo);
    }
}
