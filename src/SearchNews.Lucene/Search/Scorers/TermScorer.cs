using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>Scores the documents of one term, skipping blocks whose impacts show that they are not competitive.</summary>
internal sealed class TermScorer : Scorer
{
    private PostingsEnum _postings = null!;
    private ImpactsBound? _bound;
    private SimScorer _scorer = null!;
    private NormReader _norms;
    private float _minScore;
    private int _competitiveUpTo;

    /// <inheritdoc/>
    public override int DocId => _postings.DocId;

    /// <inheritdoc/>
    public override long Cost => _postings.Cost;

    /// <summary>Occurrences in the current document.</summary>
    public int Freq => _postings.Freq;

    /// <summary>Norm of the current document.</summary>
    public long Norm => _norms.Get(_postings.DocId);

    /// <summary>Scores without bounds by block.</summary>
    public TermScorer Set(PostingsEnum postings, SimScorer scorer, NormReader norms)
    {
        _postings = postings;
        _bound = null;
        _scorer = scorer;
        _norms = norms;
        _minScore = 0;
        _competitiveUpTo = -1;
        return this;
    }

    /// <summary>Scores with bounds by block.</summary>
    public TermScorer Set(ImpactsEnum impacts, TermState state, SimScorer scorer, NormReader norms)
    {
        Set(impacts, scorer, norms);
        _bound = SearchMemory.Take<ImpactsBound>().Set(impacts, scorer, state);
        return this;
    }

    /// <inheritdoc/>
    public override int NextDoc() => _minScore > 0 ? AdvanceCompetitive(_postings.DocId + 1) : _postings.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => _minScore > 0 ? AdvanceCompetitive(target) : _postings.Advance(target);

    /// <inheritdoc/>
    public override float Score() => _scorer.Score(_postings.Freq, _norms.Get(_postings.DocId));

    /// <inheritdoc/>
    public override int AdvanceShallow(int target) => _bound is null ? NoMoreDocs : _bound.AdvanceShallow(target);

    /// <inheritdoc/>
    public override float GetMaxScore(int upTo) => _bound is null ? _scorer.Score(float.MaxValue, 1) : _bound.GetMaxScore(upTo);

    /// <inheritdoc/>
    public override void SetMinCompetitiveScore(float minScore)
    {
        if (_bound is null) return;
        _minScore = minScore;
        _competitiveUpTo = -1;
    }

    private int AdvanceCompetitive(int target)
    {
        while (true)
        {
            if (target > _competitiveUpTo) target = _bound!.NextCompetitive(target, _minScore, out _competitiveUpTo);
            int doc = _postings.DocId;
            if (doc < target) doc = _postings.Advance(target);
            if (doc <= _competitiveUpTo) return doc;
            target = doc;
        }
    }
}
