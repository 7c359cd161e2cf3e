using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search;

/// <summary>A term with its places in all segments and its scorer.</summary>
internal sealed class TermWeight : Weight
{
    private Term _term = null!;
    private TermStates _states = null!;
    private ScoreMode _scoreMode;
    private SimScorer _scorer = null!;
    private bool _hasNorms;

    /// <summary>States that may be set and given to <see cref="Set"/>.</summary>
    public TermStates OwnStates { get; } = new();

    /// <summary>Binds a term to an index.</summary>
    /// <param name="query">What this is made for.</param>
    /// <param name="term">The term.</param>
    /// <param name="states">Where the term is.</param>
    /// <param name="scoreMode">What is asked for.</param>
    /// <param name="scorer">Scores frequency and norm.</param>
    /// <param name="hasNorms">False to score with norm 1.</param>
    public TermWeight Set(Query query, Term term, TermStates states, ScoreMode scoreMode, SimScorer scorer, bool hasNorms)
    {
        Query = query;
        _term = term;
        _states = states;
        _scoreMode = scoreMode;
        _scorer = scorer;
        _hasNorms = hasNorms && scoreMode.NeedsScores();
        return this;
    }

    /// <inheritdoc/>
    public override Scorer? GetScorer(LeafReaderContext context) => GetTermScorer(context);

    /// <inheritdoc/>
    public override BulkScorer? GetBulkScorer(LeafReaderContext context, ScoreMode scoreMode)
    {
        if (GetTiers(context) is { } tiers) return SearchMemory.Take<ImpactTierBulkScorer>().Set(tiers, _scorer);
        return GetBlocks(context, out ImpactsBound? bound) is { } blocks ? SearchMemory.Take<TermBulkScorer>().Set(blocks, bound, scoreMode) : null;
    }

    /// <summary>The term as a clause that is scored in windows; null when the segment does not have it.</summary>
    public WindowClause? GetWindowClause(LeafReaderContext context)
    {
        if (GetTiers(context) is { } tiers) return SearchMemory.Take<ImpactTierClause>().Set(tiers, _scorer);
        return GetBlocks(context, out ImpactsBound? bound) is { } blocks ? SearchMemory.Take<TermWindowClause>().Set(blocks, bound) : null;
    }

    /// <summary>The term for a conjunction; null when the segment does not have it.</summary>
    /// <param name="context">The segment.</param>
    /// <param name="place">Its place among the terms of the query.</param>
    public ConjunctionTerm? GetConjunctionTerm(LeafReaderContext context, int place)
    {
        if (_states.Seek(context, _term) is not { } terms) return null;
        bool needsScores = _scoreMode.NeedsScores();
        return new ConjunctionTerm(
            terms.Postings(needsScores ? PostingsFlags.Freqs : PostingsFlags.None),
            _states[context]!,
            needsScores ? _scorer : null,
            _term.Field,
            _hasNorms ? context.Reader.GetNormValues(_term.Field) : null,
            GetTiers(context),
            place);
    }

    /// <summary>The term as a clause that adds to the score of documents found otherwise; null when the segment does not have it.</summary>
    public OptionalClause? GetOptionalClause(LeafReaderContext context)
    {
        if (!_hasNorms && context.Reader.GetFreqColumn(_term) is { } column) return SearchMemory.Take<FreqColumnClause>().Set(column, _scorer);
        return GetTermScorer(context) is { } scorer ? SearchMemory.Take<OptionalScorerClause>().Set(scorer) : null;
    }

    /// <inheritdoc/>
    public override Explanation Explain(LeafReaderContext context, int doc)
    {
        if (GetTermScorer(context) is not { } scorer || scorer.Advance(doc) != doc)
            return Explanation.NoMatch($"no matching term: {_term} is not in the document");
        Explanation freq = Explanation.Match(scorer.Freq, "freq, occurrences of the term in the document");
        Explanation score = _scorer.Explain(freq, scorer.Norm);
        return Explanation.Match(score.Value, $"weight({Query} in {doc}), from:", score).Of(Query);
    }

    private TermScorer? GetTermScorer(LeafReaderContext context)
    {
        if (_states.Seek(context, _term) is not { } terms) return null;
        var norms = new NormReader(_hasNorms ? context.Reader.GetNormValues(_term.Field) : null);
        return _scoreMode == ScoreMode.TopScores
            ? SearchMemory.Take<TermScorer>().Set(terms.Impacts(PostingsFlags.Freqs), _states[context]!, _scorer, norms)
            : SearchMemory.Take<TermScorer>().Set(terms.Postings(_scoreMode.NeedsScores() ? PostingsFlags.Freqs : PostingsFlags.None), _scorer, norms);
    }

    // Of frequent terms, where the best are wanted.
    private ImpactTiers? GetTiers(LeafReaderContext context) =>
        _scoreMode == ScoreMode.TopScores && _hasNorms && _states[context] is { } state ? context.Reader.GetImpactTiers(_term, state.DocFreq, _scorer) : null;

    // The term's documents in blocks, with the bounds of the blocks' scores when only the top scores are asked for; null when the segment has none.
    private TermBlocks? GetBlocks(LeafReaderContext context, out ImpactsBound? bound)
    {
        bound = null;
        if (_states.Seek(context, _term) is not { } terms) return null;
        NumericDocValues? norms = _hasNorms ? context.Reader.GetNormValues(_term.Field) : null;
        if (_scoreMode != ScoreMode.TopScores) return SearchMemory.Take<TermBlocks>().Set(terms.Postings(_scoreMode.NeedsScores() ? PostingsFlags.Freqs : PostingsFlags.None), _scorer, norms);
        ImpactsEnum impacts = terms.Impacts(PostingsFlags.Freqs);
        bound = SearchMemory.Take<ImpactsBound>().Set(impacts, _scorer, _states[context]!);
        return SearchMemory.Take<TermBlocks>().Set(impacts, _scorer, norms);
    }
}
