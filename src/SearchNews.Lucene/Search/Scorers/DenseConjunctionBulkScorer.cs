using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents that all of several terms have, where all but the rarest are so frequent that their documents are bits in memory: bits are intersected word by word, or those of the rarest term's documents looked at.
/// A score is the sum of those of the terms, the rarest first, added as doubles and rounded once, as in <see cref="ConjunctionBulkScorer"/>. Belongs to one thread.
/// </summary>
internal sealed class DenseConjunctionBulkScorer : BulkScorer
{
    private const int BatchSize = 512;

    private readonly DenseIntersection _intersection = new();
    private readonly List<DenseTerm> _dense = []; // all terms, or all but the rarest
    private readonly int[] _docs = new int[BatchSize];
    private readonly double[] _sums = new double[BatchSize];
    private readonly float[] _scores = new float[BatchSize];
    private TermBlocks? _lead; // the rarest term when it is not dense
    private List<DocCheck> _checks = [];

    /// <summary>Combines terms.</summary>
    /// <param name="terms">At least two, all scored, the rarest first; those after it with codes by document.</param>
    /// <param name="checks">What else documents must pass.</param>
    public DenseConjunctionBulkScorer Set(List<ConjunctionTerm> terms, List<DocCheck> checks)
    {
        _checks = checks;
        _dense.Clear();
        ConjunctionTerm rarest = terms[0];
        _lead = rarest.Tiers is { HasCodesByDoc: true } ? null : SearchMemory.Take<TermBlocks>().Set(rarest.Postings, rarest.Scorer!, rarest.Norms);
        foreach (ref readonly ConjunctionTerm term in CollectionsMarshal.AsSpan(terms)[(_lead is null ? 0 : 1)..]) _dense.Add(SearchMemory.Take<DenseTerm>().Set(term));
        _intersection.Clear();
        foreach (DenseTerm term in _dense) _intersection.Add(term.Bits);
        return this;
    }

    /// <inheritdoc/>
    public override int Score(LeafCollector collector, Bits? liveDocs, int min, int max) =>
        _lead is null ? ScoreBits(collector, liveDocs, min, max) : ScoreLead(_lead, collector, liveDocs, min, max);

    private int ScoreLead(TermBlocks lead, LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        for (int next = lead.Advance(min); next < max; next = lead.DocId)
        {
            if (collector.IsTerminated) return next;
            ReadOnlySpan<int> docs = lead.Peek(max);
            ReadOnlySpan<float> scores = lead.Score(docs);
            docs.CopyTo(_docs);
            for (int i = 0; i < scores.Length; i++) _sums[i] = scores[i];
            int count = docs.Length;
            lead.MoveBehind(docs);
            foreach (DenseTerm term in _dense) count = term.Keep(_docs, _sums, count);
            Collect(collector, liveDocs, count);
        }

        return lead.DocId;
    }

    private int ScoreBits(LeafCollector collector, Bits? liveDocs, int min, int max)
    {
        _intersection.Start(min, max);
        while (!collector.IsTerminated)
        {
            int count = _intersection.Read(_docs);
            if (count == 0) break;
            CollectSums(collector, liveDocs, count);
        }

        return max;
    }

    private void CollectSums(LeafCollector collector, Bits? liveDocs, int count)
    {
        _sums.AsSpan(0, count).Clear();
        foreach (DenseTerm term in _dense) term.AddTo(_docs, _sums, count);
        Collect(collector, liveDocs, count);
    }

    private void Collect(LeafCollector collector, Bits? liveDocs, int count)
    {
        float minScore = collector.MinCompetitiveScore;
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            float score = (float)_sums[i];
            int doc = _docs[i];
            if (score < minScore || (liveDocs is not null && !liveDocs[doc]) || !Passes(doc)) continue;
            _docs[kept] = doc;
            _scores[kept++] = score;
        }

        if (kept > 0) collector.Collect(_docs.AsSpan(0, kept), _scores.AsSpan(0, kept));
    }

    private bool Passes(int doc)
    {
        foreach (ref readonly DocCheck check in CollectionsMarshal.AsSpan(_checks))
        {
            if (!check.Passes(doc)) return false;
        }

        return true;
    }
}
