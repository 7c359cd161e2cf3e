using System.Numerics;
using System.Runtime.InteropServices;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Scorers;

/// <summary>
/// Collects the documents that all of several terms have, where all but the rarest are so frequent that their documents are bits in memory: bits are intersected word by word, or those of the rarest term's documents looked at.
/// A score is the sum of those of the terms, the rarest first, added as doubles and rounded once, as in <see cref="ConjunctionBulkScorer"/>. Belongs to one thread.
/// </summary>
internal sealed class DenseConjunctionBulkScorer : BulkScorer
{
    private const int BatchSize = 8 * WordBits;
    private const int WordBits = 64;
    private const int WordsOfStep = 64;

    private readonly List<DenseTerm> _dense = []; // all terms, or all but the rarest
    private readonly int[] _docs = new int[BatchSize];
    private readonly double[] _sums = new double[BatchSize];
    private readonly float[] _scores = new float[BatchSize];
    private readonly ulong[] _words = new ulong[WordsOfStep];
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
        int count = 0;
        int end = (max + WordBits - 1) / WordBits;
        for (int first = min / WordBits; first < end && !collector.IsTerminated; first += _words.Length)
        {
            Span<ulong> words = _words.AsSpan(0, Math.Min(_words.Length, end - first));
            Intersect(words, first, min, max);
            for (int i = 0; i < words.Length; i++)
            {
                int start = (first + i) * WordBits;
                for (ulong bits = words[i]; bits != 0; bits &= bits - 1) _docs[count++] = start + BitOperations.TrailingZeroCount(bits);
                if (count <= BatchSize - WordBits) continue;
                CollectSums(collector, liveDocs, count);
                count = 0;
            }
        }

        CollectSums(collector, liveDocs, count);
        return max;
    }

    // The documents from min to max that all terms have, beginning with a word.
    private void Intersect(Span<ulong> words, int first, int min, int max)
    {
        _dense[0].Bits.Slice(first, words.Length).CopyTo(words);
        foreach (DenseTerm term in CollectionsMarshal.AsSpan(_dense)[1..]) BitIntersection.And(words, term.Bits.Slice(first, words.Length));
        if (first * WordBits < min) words[0] &= ulong.MaxValue << min;
        if ((first + words.Length) * WordBits > max) words[^1] &= ulong.MaxValue >> -max;
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
