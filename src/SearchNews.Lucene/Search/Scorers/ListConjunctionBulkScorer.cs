using System.Runtime.InteropServices;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents that all of several terms have, where the rarest is in memory by impact, and the others also as bits. A score is the sum of those of the terms, the rarest first, added as doubles and
/// rounded once, as in <see cref="ConjunctionBulkScorer"/>. Belongs to one thread.
/// </summary>
internal sealed class ListConjunctionBulkScorer : BulkScorer
{
    private readonly SumBatch _batch = new();
    private readonly TierLead _lead = new();
    private readonly List<DenseTerm> _dense = [];
    private double _others; // the most that terms after the first dense one add
    private float _chosenFor;
    private bool _hasHits;

    /// <summary>Combines terms.</summary>
    /// <param name="terms">At least two, all scored and in memory, the rarest first; those after it with bits.</param>
    /// <param name="checks">What else documents must pass.</param>
    public ListConjunctionBulkScorer Set(List<ConjunctionTerm> terms, List<DocCheck> checks)
    {
        _batch.Set(checks);
        _dense.Clear();
        foreach (ref readonly ConjunctionTerm term in CollectionsMarshal.AsSpan(terms)[1..]) _dense.Add(SearchMemory.Take<DenseTerm>().Set(term));
        _others = 0;
        foreach (DenseTerm term in CollectionsMarshal.AsSpan(_dense)[1..]) _others += term.Scores.MaxScore;
        ImpactTiers rarest = terms[0].Tiers!;
        _lead.Set(rarest, SearchMemory.Take<ImpactScores>().Set(rarest, terms[0].Scorer!), _dense[0]);
        Choose(0);
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        while (min < max && !collector.IsTerminated)
        {
            if (collector.MinCompetitiveScore > _chosenFor) Choose(collector.MinCompetitiveScore);
            if (!_hasHits) return DocIdSetIterator.NoMoreDocs;
            int count = _lead.Read(ref min, max, _batch);
            if (count == 0) continue;
            _dense[0].AddTo(_batch.Docs, _batch.Sums, count);
            foreach (DenseTerm term in CollectionsMarshal.AsSpan(_dense)[1..]) count = term.Keep(_batch.Docs, _batch.Sums, count);
            _batch.Collect(collector, liveDocs, count);
        }

        return min;
    }

    private void Choose(float minScore) => _hasHits = _lead.Choose(_chosenFor = minScore, _others, _dense.Count + 1, needsOther: true);
}
