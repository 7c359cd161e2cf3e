using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Explaining;

/// <summary>Takes an article's score apart into parts that add up to it, and says them in plain words.</summary>
internal static class ArticleExplainer
{
    /// <summary>Explains a hit of a search.</summary>
    public static ScoreExplanation ExplainHit(PreparedSearch search, int doc, ArticleRecord record, int level)
    {
        ScoreBreakdown breakdown = ScoreBreakdown.Of(search, doc);
        ScoreParts parts = Parts(search, breakdown, record);
        return new ScoreExplanation
        {
            Score = breakdown.Score,
            Sentence = ExplanationText.OfMatch(breakdown),
            Parts = parts,
            Terms = level >= 2 ? TermsOf(search, doc) : null,
        };
    }

    /// <summary>Explains an article, whether it matches or not, and compares it with another.</summary>
    public static ExplainResponse Explain(PreparedSearch search, ExplainRequest request, int doc, int other)
    {
        ScoreBreakdown breakdown = ScoreBreakdown.Of(search, doc);
        IReadOnlyList<TermExplanation> terms = TermsOf(search, doc);
        return new ExplainResponse
        {
            Id = request.Id,
            Matches = breakdown.Matches,
            Score = breakdown.Score,
            Sentence = breakdown.Matches ? ExplanationText.OfMatch(breakdown) : ExplanationText.OfMiss(breakdown, MissingWords.Of(search.UserQuery, terms)),
            Parts = Parts(search, breakdown, search.Snapshot.ReadRecord(doc)),
            Terms = terms,
            Versus = other < 0 ? null : Versus(search, request, breakdown, other),
        };
    }

    private static VersusExplanation Versus(PreparedSearch search, ExplainRequest request, ScoreBreakdown breakdown, int other)
    {
        ScoreBreakdown otherBreakdown = ScoreBreakdown.Of(search, other);
        return new VersusExplanation(
            request.Versus!,
            otherBreakdown.Score,
            Parts(search, otherBreakdown, search.Snapshot.ReadRecord(other)),
            ExplanationText.OfComparison(request.Id, breakdown, request.Versus!, otherBreakdown));
    }

    private static ScoreParts Parts(PreparedSearch search, ScoreBreakdown breakdown, ArticleRecord record)
    {
        ScorePart Part(float value, string why) => new(value, breakdown.Score == 0 ? 0 : value / breakdown.Score, why);
        return new ScoreParts(
            Part(breakdown.Text, search.Compiled.Text is null ? "the query has no words" : "BM25 of the words in title and excerpt"),
            Part(0, "no bonus for neighbouring words"),
            Part(0, "no bonus for the exact title"),
            Part(breakdown.Quality, ExplanationText.Quality(record)),
            Part(breakdown.Coverage, ExplanationText.Coverage(record)),
            Part(breakdown.Recency, ExplanationText.Recency(record, search.Priors.Now)));
    }

    /// <summary>What each searched word adds in a document; a word it lacks has tf 0.</summary>
    private static List<TermExplanation> TermsOf(PreparedSearch search, int doc)
    {
        IndexReader reader = search.Snapshot.Reader;
        LeafReaderContext leaf = reader.LeafOf(doc);
        var terms = new List<TermExplanation>();
        foreach (Term term in QueryTerms.Of(search.TextQuery))
            terms.Add(TermScore.Explain(search, term, leaf, doc - leaf.DocBase));
        return terms;
    }
}
