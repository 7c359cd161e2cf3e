using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Similar;

/// <summary>
/// Picks the words that stand for an article: the 25 stems of title, title and excerpt with the highest tf idf, at least two characters long and in at
/// most a fifth of all articles.
/// </summary>
internal static class TermSelector
{
    private const int MaxTerms = 25;
    private const int MinLength = 2;
    private const double MaxDocShare = 0.2;

    /// <summary>In a folder of a few articles a fifth is less than one; a word may always stand in this many.</summary>
    private const int AlwaysAllowedDocFreq = 5;

    /// <summary>The terms, heaviest first; none when the article has no rare word.</summary>
    public static IReadOnlyList<WeightedTerm> Select(ArticleSnapshot snapshot, string title, string excerpt)
    {
        var stems = new Dictionary<string, (int Freq, string Written)>(StringComparer.Ordinal);
        Count(stems, title, weight: 2);
        Count(stems, excerpt, weight: 1);
        double maxDocFreq = Math.Max(AlwaysAllowedDocFreq, MaxDocShare * snapshot.DocCount);
        var scored = new List<(Term Term, double Score, string Written)>();
        foreach ((string stem, (int freq, string written)) in stems)
        {
            if (stem.Length < MinLength) continue;
            var term = new Term(ArticleFields.Text, stem);
            int docFreq = TermStates.Build(snapshot.Reader, term).DocFreq;
            if (docFreq > 0 && docFreq <= maxDocFreq) scored.Add((term, freq * BM25Similarity.Idf(docFreq, snapshot.DocCount), written));
        }

        scored.Sort((a, b) => a.Score == b.Score ? a.Term.CompareTo(b.Term) : b.Score.CompareTo(a.Score));
        return [.. scored.Take(MaxTerms).Select(t => new WeightedTerm(t.Term, (float)(t.Score / scored[0].Score), t.Written))];
    }

    private static void Count(Dictionary<string, (int Freq, string Written)> stems, string text, int weight)
    {
        foreach (AnalyzedToken token in ArticleSchema.News.Analyze(text))
        {
            string written = text[token.StartOffset..token.EndOffset];
            stems[token.Term] = stems.TryGetValue(token.Term, out (int Freq, string Written) seen) ? (seen.Freq + weight, seen.Written) : (weight, written);
        }
    }
}
