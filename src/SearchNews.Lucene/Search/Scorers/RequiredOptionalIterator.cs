namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Candidates of a required clause, of which an optional clause raises the score: leaves out blocks where not even both together compete,
/// and documents without the optional clause where the required one alone does not.
/// </summary>
internal sealed class RequiredOptionalIterator : DocIdSetIterator
{
    private readonly DocIdSetIterator _candidates;
    private readonly Scorer _required;
    private readonly Scorer _optional;
    private float _minScore;
    private int _upTo = -1;
    private bool _needsOptional;

    public RequiredOptionalIterator(Scorer required, Scorer optional)
    {
        _candidates = required.TwoPhase?.Approximation ?? required;
        _required = required;
        _optional = optional;
    }

    /// <inheritdoc/>
    public override int DocId => _candidates.DocId;

    /// <inheritdoc/>
    public override long Cost => _candidates.Cost;

    /// <summary>Raises the lowest score wanted.</summary>
    public void SetMinCompetitiveScore(float minScore)
    {
        _minScore = minScore;
        _upTo = -1;
    }

    /// <inheritdoc/>
    public override int NextDoc() => _minScore > 0 ? AdvanceCompetitive(_candidates.DocId + 1) : _candidates.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => _minScore > 0 ? AdvanceCompetitive(target) : _candidates.Advance(target);

    private int AdvanceCompetitive(int target)
    {
        while (true)
        {
            if (target > _upTo) target = NextCompetitiveBlock(target);
            int doc = _candidates.DocId;
            if (doc < target) doc = _candidates.Advance(target);
            if (doc <= _upTo)
            {
                if (!_needsOptional || doc == NoMoreDocs) return doc;
                int optional = _optional.DocId;
                if (optional < doc) optional = _optional.Advance(doc);
                if (optional == doc) return doc;
                target = Math.Min(optional, _upTo == NoMoreDocs ? NoMoreDocs : _upTo + 1);
            }
            else
            {
                target = doc;
            }
        }
    }

    private int NextCompetitiveBlock(int target)
    {
        while (target != NoMoreDocs)
        {
            _upTo = Math.Min(_required.AdvanceShallow(target), ScoreBounds.AdvanceShallow(_optional, target));
            float required = _required.GetMaxScore(_upTo);
            if (required + ScoreBounds.MaxScore(_optional, _upTo) >= _minScore)
            {
                _needsOptional = required < _minScore;
                return target;
            }

            target = _upTo == NoMoreDocs ? NoMoreDocs : _upTo + 1;
        }

        _upTo = NoMoreDocs;
        return target;
    }
}
