using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Ranking;

/// <summary>
/// What the order of the query's words adds to the text score of an article that matches: for neighbours a b that stand together
/// <c>0.5 (idf a + idf b)</c> in the title, else <c>0.35 (idf a + idf b)</c> in the excerpt; for the title itself <c>0.25 ln(N + 1)</c>.
/// Where words of the query are missing, pairs count less. idf is BM25's of the field <c>text</c>. Pairs are added in double and rounded once. Immutable, thread-safe.
/// </summary>
internal sealed class TextBonuses
{
    // What has all the words of the query, and what has all the terms of the title; null when everything found has the words.
    private readonly Weight? _whole;
    private readonly Weight? _wholeTitle;

    private TextBonuses(IReadOnlyList<WeightedPair> pairs, Weight? whole, Weight? wholeTitle, double partFactor, IReadOnlyList<string> title, float exactTitle)
    {
        _whole = whole;
        _wholeTitle = wholeTitle;
        PartFactor = partFactor;
        Pairs = pairs;
        Title = title;
        ExactTitle = exactTitle;
    }

    /// <summary>No bonus at all.</summary>
    public static TextBonuses None { get; } = new([], null, null, 1, [], 0);

    /// <summary>The neighbours, in the order of the query.</summary>
    public IReadOnlyList<WeightedPair> Pairs { get; }

    /// <summary>What pairs count, of 1, in an article that lacks words of the query.</summary>
    public double PartFactor { get; }

    /// <summary>The terms of the title asked for, in order; empty when there is none.</summary>
    public IReadOnlyList<string> Title { get; }

    /// <summary>What the exact title adds.</summary>
    public float ExactTitle { get; }

    /// <summary>True when nothing is ever added.</summary>
    public bool AreZero => Pairs.Count == 0 && Title.Count == 0;

    /// <summary>Prepares the bonuses of a query.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="profile">How much they count.</param>
    /// <param name="pairs">The query's neighbours.</param>
    /// <param name="whole">Matches articles with all the words of the query; null when no others are found.</param>
    /// <param name="title">The terms of the whole query.</param>
    public static TextBonuses Of(IndexSearcher searcher, RankingProfile profile, IReadOnlyList<NeighbourPair> pairs, Query? whole, IReadOnlyList<string> title)
    {
        long docCount = searcher.CollectionStatistics(ArticleFields.Text)?.DocCount ?? 0;
        if (docCount == 0) return None;
        float exactTitle = title.Count == 0 ? 0 : (float)(profile.ExactTitle * Math.Log(docCount + 1.0));
        WeightedPair[] weighted = profile.PairInTitle > 0 || profile.PairInExcerpt > 0 ? [.. Weighted(searcher.Reader, profile, pairs, docCount)] : [];
        if (exactTitle == 0) title = [];
        if (weighted.Length == 0) whole = null;
        return new TextBonuses(weighted, WeightOf(searcher, whole), whole is null || title.Count == 0 ? null : WeightOf(searcher, AllOf(title)), profile.PairInPart, title, exactTitle);
    }

    /// <summary>The bonuses of one segment's documents. Belongs to one thread.</summary>
    public LeafBonuses Bind(LeafReaderContext context) => new(this, context.Reader, MatchesOf(_whole, context), MatchesOf(_wholeTitle, context));

    private static BooleanQuery AllOf(IEnumerable<string> title)
    {
        var builder = new BooleanQuery.Builder();
        foreach (string term in title.Distinct(StringComparer.Ordinal)) builder.Add(new TermQuery(new Term(ArticleFields.Title, term)), Occur.Filter);
        return builder.Build();
    }

    private static Weight? WeightOf(IndexSearcher searcher, Query? query) => query is null ? null : searcher.CreateWeight(searcher.Rewrite(query), ScoreMode.CompleteNoScores, boost: 1f);

    private static ScorerMatches? MatchesOf(Weight? weight, LeafReaderContext context) => weight is null ? null : new ScorerMatches(weight.GetScorer(context));

    private static IEnumerable<WeightedPair> Weighted(IndexReader reader, RankingProfile profile, IReadOnlyList<NeighbourPair> pairs, long docCount)
    {
        var idfs = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (NeighbourPair pair in pairs)
        {
            double first = Idf(pair.First);
            double second = Idf(pair.Second);
            double sum = (pair.FirstWeight * first) + (pair.SecondWeight * second);
            if (first > 0 && second > 0) yield return new WeightedPair(pair, profile.PairInTitle * sum, profile.PairInExcerpt * sum);
        }

        double Idf(string term)
        {
            if (idfs.TryGetValue(term, out double known)) return known;
            int docFreq = TermStates.Build(reader, new Term(ArticleFields.Text, term)).DocFreq;
            return idfs[term] = docFreq == 0 ? 0 : BM25Similarity.Idf(docFreq, docCount);
        }
    }
}
