using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Synonyms;

namespace SearchNews.Search.Explaining;

/// <summary>
/// Takes scores of one search apart into parts that add up to them, and says them in plain words. The query is rewritten and bound once, for however many
/// articles. Belongs to one thread.
/// </summary>
internal sealed class ArticleExplainer
{
    private readonly PreparedSearch _search;
    private readonly Weight _text;
    private readonly Weight? _exact;
    private readonly TermTable _terms;

    /// <summary>Prepares explanations of a search.</summary>
    public ArticleExplainer(PreparedSearch search)
    {
        _search = search;
        _text = Bind(search.TextQuery);
        _exact = search.Tier is null ? null : Bind(search.Tier.Exact);
        _terms = new TermTable(search);
    }

    /// <summary>Explains a hit.</summary>
    /// <param name="doc">The document; it must match.</param>
    /// <param name="record">What is stored of it.</param>
    /// <param name="level">1 parts, 2 also words.</param>
    /// <param name="cancellationToken">Ends the search that the hit is of.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ScoreExplanation ExplainHit(int doc, ArticleRecord record, int level, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Explanation text = _search.Searcher.Explain(_text, doc);
        ScoreBreakdown breakdown = Breakdown(doc, matches: true, text);
        return new ScoreExplanation
        {
            Score = breakdown.Score,
            Sentence = ExplanationText.OfMatch(breakdown),
            Parts = Parts(breakdown, record),
            Terms = level >= 2 ? _terms.Of(doc, record, text, breakdown.Factor) : null,
        };
    }

    /// <summary>Explains an article, whether it matches or not, and compares it with another.</summary>
    /// <param name="request">The question.</param>
    /// <param name="doc">The article's document.</param>
    /// <param name="other">That of the one to compare with, or -1.</param>
    public ExplainResponse Explain(ExplainRequest request, int doc, int other)
    {
        Weight whole = Bind(_search.Query);
        Explanation text = _search.Searcher.Explain(_text, doc);
        ScoreBreakdown breakdown = Breakdown(doc, Matches(whole, doc), text);
        ArticleRecord record = _search.Snapshot.ReadRecord(doc);
        return new ExplainResponse
        {
            Id = request.Id,
            Matches = breakdown.Matches,
            Score = breakdown.Score,
            Sentence = breakdown.Matches ? ExplanationText.OfMatch(breakdown) : ExplanationText.OfMiss(breakdown, Missing(breakdown, doc)),
            Parts = Parts(breakdown, record),
            Terms = _terms.Of(doc, record, text, breakdown.Factor),
            Versus = other < 0 ? null : Versus(request, breakdown, other, whole),
        };
    }

    private VersusExplanation Versus(ExplainRequest request, ScoreBreakdown breakdown, int other, Weight whole)
    {
        ScoreBreakdown otherBreakdown = Breakdown(other, Matches(whole, other), _search.Searcher.Explain(_text, other));
        return new VersusExplanation(
            request.Versus!,
            otherBreakdown.Score,
            Parts(otherBreakdown, _search.Snapshot.ReadRecord(other)),
            ExplanationText.OfComparison(request.Id, breakdown, request.Versus!, otherBreakdown));
    }

    private ScoreBreakdown Breakdown(int doc, bool matches, Explanation text) =>
        ScoreBreakdown.Of(_search, doc, matches, text) with { Factor = _exact is null || Matches(_exact, doc) ? 1f : _search.Tier!.Factor };

    private IReadOnlyList<string> Missing(ScoreBreakdown breakdown, int doc) =>
        breakdown.TextMatches ? [] : MissingWords.Of(_search.UserQuery, _search.Compiled.Words, query => Matches(Bind(query), doc));

    private Weight Bind(Query query) => _search.Searcher.CreateWeight(_search.Searcher.Rewrite(query), ScoreMode.Complete, boost: 1f);

    private bool Matches(Weight weight, int doc) => _search.Searcher.Explain(weight, doc).IsMatch;

    private ScoreParts Parts(ScoreBreakdown breakdown, ArticleRecord record)
    {
        ScorePart Part(float value, string why) => new(value * breakdown.Factor, breakdown.Score == 0 ? 0 : value * breakdown.Factor / breakdown.Score, why);
        return new ScoreParts(
            Part(breakdown.Text, _search.Compiled.Text is null ? "the query has no words" : ExplanationText.Text(SynonymNotes.Of(_search.UserQuery.Root))),
            Part(breakdown.Pairs, ExplanationText.Pairs(_search.Bonuses, breakdown)),
            Part(breakdown.ExactTitle, ExplanationText.ExactTitle(_search.Bonuses, breakdown)),
            Part(breakdown.Quality, ExplanationText.Quality(record)),
            Part(breakdown.Coverage, ExplanationText.Coverage(record)),
            Part(breakdown.Recency, ExplanationText.Recency(record, _search.Priors.Now)));
    }
}
