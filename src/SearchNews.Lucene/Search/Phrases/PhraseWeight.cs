using SearchNews.Lucene.Codecs.Lucene84;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Phrases;

/// <summary>A phrase of at least two terms bound to an index.</summary>
internal sealed class PhraseWeight : Weight
{
    private readonly PhraseQuery _query;
    private readonly ScoreMode _scoreMode;
    private readonly TermStates[] _states;
    private readonly SimScorer _scorer;

    public PhraseWeight(PhraseQuery query, IndexSearcher searcher, ScoreMode scoreMode, float boost)
        : base(query)
    {
        _query = query;
        _scoreMode = scoreMode;
        _states = [.. query.Terms.Select(term => TermStates.Build(searcher.Reader, term))];
        TermStatistics[] statistics = [.. query.Terms.Zip(_states, (term, states) => new TermStatistics(term, states.DocFreq, states.TotalTermFreq)).Where(term => term.DocFreq > 0)];
        _scorer = !scoreMode.NeedsScores() || statistics.Length == 0 || searcher.CollectionStatistics(Field) is not { } collection
            ? ConstantSimScorer.Zero
            : searcher.Similarity.CreateScorer(boost, collection, statistics);
    }

    private string Field => _query.Terms[0].Field;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The field has no positions.</exception>
    public override Scorer? GetScorer(LeafReaderContext context) => GetPhraseScorer(context);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The field has no positions.</exception>
    public override BulkScorer? GetBulkScorer(LeafReaderContext context, ScoreMode scoreMode)
    {
        if (_query.Slop > 0) return base.GetBulkScorer(context, scoreMode);
        var terms = new PhraseTerm[_states.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            if (_states[i].Seek(context, _query.Terms[i]) is not { } term) return null;
            if (term.Postings(PostingsFlags.Positions) is not BlockPositionsEnum postings) return base.GetBulkScorer(context, scoreMode);
            terms[i] = new PhraseTerm(postings, _states[i][context]!, _query.Positions[i]);
        }

        return new PhraseBulkScorer(terms, _scorer, GetNorms(context), scoreMode);
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

    private PhraseScorer? GetPhraseScorer(LeafReaderContext context)
    {
        bool exact = _query.Slop == 0;
        bool bounded = exact && _scoreMode == ScoreMode.TopScores;
        var postings = new PostingsEnum[_states.Length];
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
            bounds.Add(new ImpactsBound(impacts, _scorer, _states[i][context]!));
        }

        if (context.Reader.FieldInfos.Find(Field) is not { HasPositions: true })
            throw new InvalidOperationException($"Field '{Field}' was indexed without positions, so the phrase {Query} cannot be searched; search its words instead.");
        PhraseMatcher matcher = exact ? new ExactPhraseMatcher(postings, _query.Positions.AsSpan()) : new SloppyPhraseMatcher(postings, _query.Positions.AsSpan(), _query.Terms, _query.Slop);
        return new PhraseScorer(postings, matcher, _scorer, new NormReader(GetNorms(context)), bounds, _scoreMode);
    }

    private NumericDocValues? GetNorms(LeafReaderContext context) => _scoreMode.NeedsScores() ? context.Reader.GetNormValues(Field) : null;
}
