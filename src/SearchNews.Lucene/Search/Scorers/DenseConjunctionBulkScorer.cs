using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents that all of several terms have, which are so frequent that their documents are bits in memory: these are intersected word by word, and of each term only the tiers that the others may lift to the lowest
/// score wanted. A score is the sum of those of the terms, the rarest first, added as doubles and rounded once, as in <see cref="ConjunctionBulkScorer"/>. Belongs to one thread.
/// </summary>
internal sealed class DenseConjunctionBulkScorer : BulkScorer
{
    private readonly SumBatch _batch = new();
    private readonly DenseIntersection _intersection = new();
    private readonly List<DenseTerm> _terms = [];
    private float _chosenFor;

    /// <summary>Combines terms.</summary>
    /// <param name="terms">At least two, all scored and with bits, the rarest first.</param>
    /// <param name="checks">What else documents must pass.</param>
    public DenseConjunctionBulkScorer Set(List<ConjunctionTerm> terms, List<DocCheck> checks)
    {
        _batch.Set(checks);
        _terms.Clear();
        foreach (ref readonly ConjunctionTerm term in CollectionsMarshal.AsSpan(terms)) _terms.Add(SearchMemory.Take<DenseTerm>().Set(term));
        Choose(0);
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        _intersection.Start(min, max);
        while (!collector.IsTerminated)
        {
            if (collector.MinCompetitiveScore > _chosenFor) Choose(collector.MinCompetitiveScore);
            int count = _intersection.Read(_batch.Docs);
            if (count == 0) break;
            _batch.Sums.AsSpan(0, count).Clear();
            foreach (DenseTerm term in _terms) term.AddTo(_batch.Docs, _batch.Sums, count);
            _batch.Collect(collector, liveDocs, count);
        }

        return max;
    }

    // Which documents may reach a score.
    private void Choose(float minScore)
    {
        _chosenFor = minScore;
        double all = 0;
        foreach (DenseTerm term in _terms) all += term.Scores.MaxScore;
        _intersection.Clear();
        _intersection.AddTerms(_terms[0], _terms[1], minScore, all - _terms[0].Scores.MaxScore - _terms[1].Scores.MaxScore, _terms.Count);
        foreach (DenseTerm term in CollectionsMarshal.AsSpan(_terms)[2..]) _intersection.Narrow(term.BitsReaching(minScore, all - term.Scores.MaxScore, _terms.Count));
    }
}
