using System.Runtime.InteropServices;
using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>A phrase of at least two terms bound to an index.</summary>
internal sealed class PhraseWeight : Weight
{
    private readonly List<TermStates> _states = []; // one a term at least
    private readonly List<TermStatistics> _statistics = [];
    private PhraseQuery _query = null!;
    private ScoreMode _scoreMode;
    private SimScorer _scorer = null!;

    private string Field => _query.Terms[0].Field;

    /// <summary>Binds a phrase to an index.</summary>
    public PhraseWeight Set(PhraseQuery query, IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        Query = _query = query;
        _scoreMode = scoreMode;
        _statistics.Clear();
        for (int i = 0; i < query.Terms.Length; i++)
        {
            if (_states.Count == i) _states.Add(new TermStates());
            TermStates states = _states[i].Set(searcher.Reader, query.Terms[i]);
            if (states.DocFreq > 0) _statistics.Add(new TermStatistics(query.Terms[i], states.DocFreq, states.TotalTermFreq));
        }

        _scorer = !scoreMode.NeedsScores() || _statistics.Count == 0 || searcher.CollectionStatistics(Field) is not { } collection
            ? ConstantSimScorer.Zero
            : searcher.Similarity.CreateScorer(boost, collection, CollectionsMarshal.AsSpan(_statistics));
        return this;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The field has no positions.</exception>
    public override Scorer? GetScorer(LeafReaderContext context) => GetPhraseScorer(context);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The field has no positions.</exception>
    public override BulkScorer? GetBulkScorer(LeafReaderContext context, ScoreMode scoreMode)
    {
        if (_query.Slop > 0) return base.GetBulkScorer(context, scoreMode);
        if (GetFrequentTerms(context) is { } frequent) return SearchMemory.Take<FrequentPhraseBulkScorer>().Set(frequent, _scorer, GetNorms(context), scoreMode);
        List<PhraseTerm> terms = SearchMemory.TakeList<PhraseTerm>();
        for (int i = 0; i < _query.Terms.Length; i++)
        {
            if (_states[i].Seek(context, _query.Terms[i]) is not { } term) return null;
            if (term.Postings(PostingsFlags.Positions) is not BlockPositionsEnum postings) return base.GetBulkScorer(context, scoreMode);
            terms.Add(new PhraseTerm(postings, _states[i][context]!, _query.Positions[i], i));
        }

        return SearchMemory.Take<PhraseBulkScorer>().Set(terms, _scorer, GetNorms(context), scoreMode);
    }

    /// <inheritdoc/>
    public override Explanation Explain(LeafReaderContext context, int doc)
    {
        if (GetPhraseScorer(context) is not { } scorer || scorer.Advance(doc) != doc)
            return Explanation.NoMatch($"no match: {Query} is not in the document");
        Explanation freq = Explanation.Match(scorer.Freq(), "phraseFreq, occurrences of the phrase, distant ones counting less");
        Explanation score = _scorer.Explain(freq, scorer.Norm);
        return Explanation.Match(score.Value, $"weight({Query} in {doc}), from:", score).Of(Query);
    }

    // The terms with their positions in memory; null when not all are kept there. All are asked for, as what is asked for often is kept.
    private List<FrequentPhraseTerm>? GetFrequentTerms(LeafReaderContext context)
    {
        if (context.Reader.FieldInfos.Find(Field) is not { HasPositions: true }) return null;
        int first = _query.Positions[0];
        if (_query.Positions[^1] - first >= TermPositions.WordPositions) return null;
        for (int i = 0; i < _query.Terms.Length; i++)
        {
            if (_states[i][context] is not { DocFreq: >= FrequentTerms.MinDocsWithPositions }) return null;
        }

        List<FrequentPhraseTerm> terms = SearchMemory.TakeList<FrequentPhraseTerm>();
        for (int i = 0; i < _query.Terms.Length; i++)
        {
            Term term = _query.Terms[i];
            int docFreq = _states[i][context]!.DocFreq;
            if (context.Reader.GetPositions(term, docFreq) is { } positions)
                terms.Add(SearchMemory.Take<FrequentPhraseTerm>().Set(positions, _query.Positions[i] - first, GetImpacts(context, term, docFreq)));
        }

        return terms.Count == _query.Terms.Length ? terms : null;
    }

    // A document has the phrase as often as the term, at most.
    private DenseTerm? GetImpacts(LeafReaderContext context, Term term, int docFreq) =>
        _scoreMode == ScoreMode.TopScores && context.Reader.GetImpactTiers(term, docFreq, _scorer) is { Bits: not null } tiers
            ? SearchMemory.Take<DenseTerm>().Set(tiers, SearchMemory.Take<ImpactScores>().Set(tiers, _scorer))
            : null;

    private PhraseScorer? GetPhraseScorer(LeafReaderContext context)
    {
        bool exact = _query.Slop == 0;
        bool bounded = exact && _scoreMode == ScoreMode.TopScores;
        var postings = new PostingsEnum[_query.Terms.Length];
        var bounds = new List<ImpactsBound>();
        for (int i = 0; i < postings.Length; i++)
        {
            if (_states[i].Seek(context, _query.Terms[i]) is not { } terms) return null;
            if (!bounded)
            {
                postings[i] = terms.Postings(PostingsFlags.Positions);
                continue;
            }

            ImpactsEnum impacts = terms.Impacts(PostingsFlags.Positions);
            postings[i] = impacts;
            bounds.Add(SearchMemory.Take<ImpactsBound>().Set(impacts, _scorer, _states[i][context]!));
        }

        if (context.Reader.FieldInfos.Find(Field) is not { HasPositions: true })
            throw new InvalidOperationException($"Field '{Field}' was indexed without positions, so the phrase {Query} cannot be searched; search its words instead.");
        PhraseMatcher matcher = exact ? GetExactMatcher(postings) : new SloppyPhraseMatcher(postings, _query.Positions.AsSpan(), _query.Terms, _query.Slop);
        return new PhraseScorer(postings, matcher, _scorer, new NormReader(GetNorms(context)), bounds, _scoreMode);
    }

    private ExactPhraseMatcher GetExactMatcher(ReadOnlySpan<PostingsEnum> postings)
    {
        var matcher = new ExactPhraseMatcher();
        for (int i = 0; i < postings.Length; i++) matcher.Add(postings[i], _query.Positions[i]);
        return matcher;
    }

    private NumericDocValues? GetNorms(LeafReaderContext context) => _scoreMode.NeedsScores() ? context.Reader.GetNormValues(Field) : null;
}
