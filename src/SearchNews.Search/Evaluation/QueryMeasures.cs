namespace SearchNews.Search.Evaluation;

/// <summary>The measures of one ranked list against its judgements, each 0 to 1.</summary>
/// <param name="Ndcg10">nDCG at 10 with linear gain: sum of grade / log2(rank + 1), over that of the ideal order.</param>
/// <param name="Mrr10">1 / rank of the first relevant article among 10, else 0.</param>
/// <param name="Recall10">Share of the relevant articles among the first 10.</param>
/// <param name="Recall100">Share of the relevant articles among the first 100.</param>
/// <param name="Hit1">1 when the first article is relevant.</param>
/// <param name="Map1000">Average precision over the first 1,000.</param>
public sealed record QueryMeasures(double Ndcg10, double Mrr10, double Recall10, double Recall100, double Hit1, double Map1000)
{
    /// <summary>Computes the measures.</summary>
    /// <param name="ranked">Article ids, best first, without repetition.</param>
    /// <param name="grades">Grade by article id; at least one entry.</param>
    public static QueryMeasures Of(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> grades)
    {
        double dcg = 0;
        double precision = 0;
        int found = 0;
        int found10 = 0;
        int found100 = 0;
        int first = 0;
        for (int i = 0; i < Math.Min(ranked.Count, 1000); i++)
        {
            if (!grades.TryGetValue(ranked[i], out int grade)) continue;
            found++;
            precision += (double)found / (i + 1);
            if (first == 0) first = i + 1;
            if (i < 100) found100++;
            if (i >= 10) continue;
            found10++;
            dcg += grade / Math.Log2(i + 2);
        }

        double ideal = grades.Values.OrderDescending().Take(10).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
        return new QueryMeasures(
            dcg / ideal,
            first is > 0 and <= 10 ? 1.0 / first : 0,
            (double)found10 / grades.Count,
            (double)found100 / grades.Count,
            first == 1 ? 1 : 0,
            precision / grades.Count);
    }
}
