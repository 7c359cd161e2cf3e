using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents that all of several terms have, where all but the rarest are so frequent that their documents are bits in memory: they are asked about the documents that the rarest has in its file.
/// A score is the sum of those of the terms, the rarest first, added as doubles and rounded once, as in <see cref="ConjunctionBulkScorer"/>. Belongs to one thread.
/// </summary>
internal sealed class LedConjunctionBulkScorer : BulkScorer
{
    private readonly SumBatch _batch = new();
    private readonly List<DenseTerm> _dense = [];
    private TermBlocks _lead = null!;

    /// <summary>Combines terms.</summary>
    /// <param name="terms">At least two, all scored, the rarest first; those after it with bits.</param>
    /// <param name="checks">What else documents must pass.</param>
    public LedConjunctionBulkScorer Set(List<ConjunctionTerm> terms, List<DocCheck> checks)
    {
        _batch.Set(checks);
        _lead = SearchMemory.Take<TermBlocks>().Set(terms[0].Postings, terms[0].Scorer!, terms[0].Norms);
        _dense.Clear();
        foreach (ref readonly ConjunctionTerm term in CollectionsMarshal.AsSpan(terms)[1..]) _dense.Add(SearchMemory.Take<DenseTerm>().Set(term));
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        for (int next = _lead.Advance(min); next < max; next = _lead.DocId)
        {
            if (collector.IsTerminated) return next;
            ReadOnlySpan<int> docs = _lead.Peek(max);
            ReadOnlySpan<float> scores = _lead.Score(docs);
            docs.CopyTo(_batch.Docs);
            for (int i = 0; i < scores.Length; i++) _batch.Sums[i] = scores[i];
            int count = docs.Length;
            _lead.MoveBehind(docs);
            foreach (DenseTerm term in _dense) count = term.Keep(_batch.Docs, _batch.Sums, count);
            _batch.Collect(collector, liveDocs, count);
        }

        return _lead.DocId;
    }
}
